/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

/**
 * When a checkpoint is saved, beside those at the end and of the best networks. Batch systems give
 * a process about 30 seconds to end. A short step ends within them and is saved then; one that may
 * not is worth a checkpoint before it, which takes a small part of its time.
 *
 * @param seconds between checkpoints at the ends of epochs, 0 or more
 */
record CheckpointRule(double seconds) {
  private static final int PATIENCE_WITHIN_EPOCH = 10;
  private static final double LONG_STEP = 10;

  /**
   * Whether one is due within an epoch.
   *
   * @param sinceSaved seconds since the last checkpoint
   * @param step seconds that the last step took
   */
  boolean isDueAfterStep(double sinceSaved, double step) {
    return step >= LONG_STEP || sinceSaved >= PATIENCE_WITHIN_EPOCH * seconds;
  }

  /**
   * Whether one is due at the end of an epoch.
   *
   * @param sinceSaved seconds since the last checkpoint
   */
  boolean isDueAfterEpoch(double sinceSaved) {
    return sinceSaved >= seconds;
  }
}
