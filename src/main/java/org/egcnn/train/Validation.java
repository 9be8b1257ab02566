/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import org.egcnn.engine.Network;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/** Scores a network during its training. */
public interface Validation {

  /** How many cases are scored; with none, no validation takes place. */
  int cases();

  /**
   * Scores the network as it is now. A case that cannot be read any more is left out, and the
   * listener told.
   *
   * @throws IOException if something else fails
   * @throws CancelledException if the listener asked for it
   */
  ValidationScores score(Network network, TaskListener listener)
      throws IOException, CancelledException;

  /**
   * Looks inside the network as it is now; by default there is nothing to see.
   *
   * @throws IOException if a case cannot be read
   * @throws CancelledException if the listener asked for it
   */
  default Inspected inspect(Network network, TaskListener listener)
      throws IOException, CancelledException {
    return Inspected.NOTHING;
  }
}
