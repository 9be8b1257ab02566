/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

/**
 * Where the voxels of one grid fall between those of another along one axis, both grids covering
 * the same length border to border: voxel i of n begins at i/n of it. Positions before the first or
 * after the last voxel's centre are that voxel's.
 */
final class LinearAxis {
  private final int[] lower;
  private final float[] fraction;

  /**
   * A table of positions.
   *
   * @param source voxels of the grid that is known
   * @param size voxels of the grid that is wanted
   */
  LinearAxis(int source, int size) {
    this.lower = new int[size];
    this.fraction = new float[size];
    for (int i = 0; i < size; i++) {
      double at = (i + 0.5) * source / size - 0.5;
      double inside = Math.max(0, Math.min(source - 1, at));
      lower[i] = (int) inside;
      fraction[i] = (float) (inside - lower[i]);
    }
  }

  /** The last known voxel not after wanted voxel i. */
  int lower(int i) {
    return lower[i];
  }

  /** How far towards the next known voxel wanted voxel i lies, 0 to below 1. */
  float fraction(int i) {
    return fraction[i];
  }
}
