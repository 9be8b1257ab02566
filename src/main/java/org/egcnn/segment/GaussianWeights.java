/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

/**
 * How much each voxel of a window counts where windows overlap: a Gaussian centred in the window,
 * as in nnU-Net (Isensee et al. 2021), because predictions are worse near a window's border. It is
 * the product of one factor an axis, so that the sum over all windows of a {@link SlidingWindow} is
 * a product too and need not be accumulated voxel by voxel.
 */
final class GaussianWeights {
  /** No factor is below this, so that a voxel covered by one corner only is still well defined. */
  static final float SMALLEST = 1e-3f;

  private static final double SIGMA = 1.0 / 8;

  private GaussianWeights() {}

  /**
   * The factor of each voxel along one side of a window, at most 1, with a standard deviation of an
   * eighth of the side.
   *
   * @param side the window's side in voxels
   */
  static float[] side(int side) {
    float[] weights = new float[side];
    double centre = (side - 1) / 2.0;
    for (int i = 0; i < side; i++) {
      double d = (i - centre) / (SIGMA * side);
      weights[i] = Math.max(SMALLEST, (float) Math.exp(-0.5 * d * d));
    }
    return weights;
  }

  /**
   * The sum of the factors of all windows along one axis of the volume.
   *
   * @param size the volume's size along the axis
   * @param starts the windows' first voxels along the axis
   * @param side the window's side along the axis
   */
  static float[] sum(int size, long[] starts, int side) {
    float[] weights = side(side);
    float[] sum = new float[size];
    for (long start : starts) {
      for (int i = 0; i < side; i++) {
        long at = start + i;
        if (at >= 0 && at < size) {
          sum[(int) at] += weights[i];
        }
      }
    }
    return sum;
  }
}
