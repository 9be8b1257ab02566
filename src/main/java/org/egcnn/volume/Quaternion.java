/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

/**
 * Rotations as unit quaternions a + bi + cj + dk with a not negative, as NIfTI's qform stores them.
 *
 * <p>Source: the comments of nifti1.h, section "QUATERNION REPRESENTATION OF ROTATION MATRIX".
 */
final class Quaternion {
  private Quaternion() {}

  /** The rotation matrix of b, c, d; a follows from them, which are normalised if too long. */
  static double[][] rotation(double b, double c, double d) {
    double square = b * b + c * c + d * d;
    double scale = square > 1 ? 1 / Math.sqrt(square) : 1;
    double x = b * scale;
    double y = c * scale;
    double z = d * scale;
    double w = square > 1 ? 0 : Math.sqrt(1 - square);
    return new double[][] {
      {w * w + x * x - y * y - z * z, 2 * (x * y - w * z), 2 * (x * z + w * y)},
      {2 * (x * y + w * z), w * w + y * y - x * x - z * z, 2 * (y * z - w * x)},
      {2 * (x * z - w * y), 2 * (y * z + w * x), w * w + z * z - x * x - y * y}
    };
  }

  /**
   * The numbers b, c, d of a rotation.
   *
   * @param r a rotation matrix: orthogonal, determinant 1
   */
  static double[] of(double[][] r) {
    // Four times the squares of a, b, c, d; the largest is safe to divide by.
    double[] squares = {
      1 + r[0][0] + r[1][1] + r[2][2],
      1 + r[0][0] - r[1][1] - r[2][2],
      1 - r[0][0] + r[1][1] - r[2][2],
      1 - r[0][0] - r[1][1] + r[2][2]
    };
    int largest = 0;
    for (int i = 1; i < 4; i++) {
      if (squares[i] > squares[largest]) {
        largest = i;
      }
    }
    double[][] products = {
      {squares[0], r[2][1] - r[1][2], r[0][2] - r[2][0], r[1][0] - r[0][1]},
      {r[2][1] - r[1][2], squares[1], r[0][1] + r[1][0], r[0][2] + r[2][0]},
      {r[0][2] - r[2][0], r[0][1] + r[1][0], squares[2], r[1][2] + r[2][1]},
      {r[1][0] - r[0][1], r[0][2] + r[2][0], r[1][2] + r[2][1], squares[3]}
    };
    double divisor = 2 * Math.sqrt(squares[largest]);
    double[] q = new double[4];
    for (int i = 0; i < 4; i++) {
      q[i] = products[largest][i] / divisor;
    }
    double sign = q[0] < 0 ? -1 : 1;
    return new double[] {sign * q[1], sign * q[2], sign * q[3]};
  }
}
