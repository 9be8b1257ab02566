/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

/** Options that belong together and that several commands may share. */
interface OptionGroup {

  /** What the help puts above them. */
  String heading();

  /** Whether they belong to how an experiment is done, and so into a protocol. */
  default boolean inProtocols() {
    return true;
  }
}
