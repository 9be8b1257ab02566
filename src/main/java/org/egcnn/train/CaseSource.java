/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;

/** A training case before it is read and prepared. */
public interface CaseSource {

  /** What the case is called in messages. */
  String name();

  /**
   * Reads and prepares the case. Called once, from any thread.
   *
   * @throws IOException if it cannot be read
   */
  CaseImage load() throws IOException;

  /** About how many bytes of memory loading it takes, or 0 if that is little or not known. */
  default long loadingBytes() {
    return 0;
  }
}
