/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

/** Trilinear up-sampling that doubles the size; voxel borders stay where they are. */
final class Upsampling {
  private Upsampling() {}

  /**
   * Doubles D, H and W. An output voxel at half-pixel coordinate {@code (o + ½) / 2 - ½} lies
   * between two inputs; beyond the border the nearest one counts.
   *
   * @param x the map [N, D, H, W, C]
   */
  static Node trilinear(GraphOps ops, Node x) {
    Node y = x;
    // the innermost axis first: it is the dearest, and the map is still small
    for (int axis = 3; axis >= 1; axis--) {
      y = AxisMatrix.apply(ops, y, axis, doubling((int) x.shape()[axis]));
    }
    return y;
  }

  /** The weights of n inputs in 2n outputs. */
  private static double[][] doubling(int n) {
    double[][] matrix = new double[2 * n][n];
    for (int o = 0; o < 2 * n; o++) {
      double position = (o + 0.5) / 2 - 0.5;
      int lower = (int) Math.floor(position);
      double fraction = position - lower;
      matrix[o][Math.max(0, lower)] += 1 - fraction;
      matrix[o][Math.min(n - 1, lower + 1)] += fraction;
    }
    return matrix;
  }
}
