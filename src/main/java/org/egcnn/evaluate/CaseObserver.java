/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.io.IOException;

/** Does something with each case while its masks are in memory, such as drawing them. */
@FunctionalInterface
public interface CaseObserver {

  /** Does nothing. */
  CaseObserver NONE = scored -> {};

  /**
   * Called once for each case, from several threads at a time and in no particular order.
   *
   * @throws IOException ends the evaluation
   */
  void scored(ScoredCase scored) throws IOException;

  /** How many masks of a case are held beside the two that are judged, for memory's sake. */
  default int furtherMasks() {
    return 0;
  }
}
