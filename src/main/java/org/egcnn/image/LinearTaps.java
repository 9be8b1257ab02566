/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

/**
 * Where the samples of a resampled axis lie between the source's voxels, when both grids share
 * their outer voxel borders: target voxel i lies at the source coordinate {@code (i + 0.5) n / m −
 * 0.5}, kept within 0 and n − 1.
 */
final class LinearTaps {
  /** The source voxel at or before each target voxel. */
  final int[] lower;

  /** The source voxel after it, or the same one where the weight is 0. */
  final int[] upper;

  /** The weight of {@link #upper}, from 0 to below 1; that of {@link #lower} is the rest of 1. */
  final double[] weight;

  /**
   * The taps of a stretch of target voxels.
   *
   * @param source the number n of source voxels
   * @param target the number m of target voxels
   * @param from the first target voxel
   * @param count how many
   */
  LinearTaps(long source, long target, long from, int count) {
    lower = new int[count];
    upper = new int[count];
    weight = new double[count];
    for (int i = 0; i < count; i++) {
      double position = position(from + i, source, target);
      lower[i] = (int) position;
      weight[i] = position - lower[i];
      upper[i] = weight[i] > 0 ? lower[i] + 1 : lower[i];
    }
  }

  /** The source coordinate of a target voxel, within the source. */
  static double position(long i, long source, long target) {
    // Twice the coordinate as a fraction of whole numbers: exact where grids coincide.
    double position = ((2.0 * i + 1) * source - target) / (2.0 * target);
    return Math.max(0, Math.min(source - 1.0, position));
  }

  /** The first source voxel in use. */
  int first() {
    return lower[0];
  }

  /** The last source voxel in use. */
  int last() {
    return upper[upper.length - 1];
  }
}
