/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

/** What the process tells its caller. */
final class ExitCode {
  /** All was done. */
  static final int SUCCESS = 0;

  /** The program or the engine failed. */
  static final int FAILURE = 1;

  /** The command line, a file or a setting cannot be used. */
  static final int BAD_INPUT = 2;

  /** The user stopped it: 128 and the number of SIGINT. */
  static final int CANCELLED = 130;

  private ExitCode() {}
}
