/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

/**
 * How fast something is that needs no network.
 *
 * @param operation which
 * @param timing how long it took
 * @param voxelsPerSecond voxels of the input over the median
 */
public record ImageRow(String operation, Timing timing, double voxelsPerSecond) {

  /** A row with its throughput. */
  static ImageRow of(String operation, Timing timing, long voxels) {
    return new ImageRow(operation, timing, voxels / timing.medianSeconds());
  }
}
