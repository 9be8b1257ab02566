/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * Linear maps along one spatial axis, given by a small matrix: {@code y[.., o, ..] = Σ_i M[o][i]
 * x[.., i, ..]}. Trilinear resizing and the Sobel filter are three of these in a row, their
 * gradients the same with transposed matrices, and borders need no code of their own.
 */
final class AxisMatrix {
  /** Up to this many numbers a row, the last axis and the channels are mapped by one matrix. */
  private static final long DENSE_ROW = 512;

  private AxisMatrix() {}

  /**
   * Applies a matrix along an axis.
   *
   * @param x the map [N, D, H, W, C]
   * @param axis 1 (D), 2 (H) or 3 (W)
   * @param matrix as many columns as the axis is long
   */
  static Node apply(GraphOps ops, Node x, int axis, double[][] matrix) {
    long[] shape = x.shape().clone();
    shape[axis] = matrix.length;
    return Node.of(
        ops,
        product(ops, x.value(), x.shape(), axis, matrix),
        shape,
        List.of(x),
        g -> List.of(product(ops, g, shape, axis, transposed(matrix))));
  }

  private static Operand<TFloating> product(
      GraphOps ops, Operand<TFloating> x, long[] shape, int axis, double[][] matrix) {
    long before = 1;
    for (int i = 0; i < axis; i++) {
      before *= shape[i];
    }
    long after = 1;
    for (int i = axis + 1; i < shape.length; i++) {
      after *= shape[i];
    }
    long[] result = shape.clone();
    result[axis] = matrix.length;
    Operand<TFloating> y;
    if (axis == 3 && Math.max(shape[3], matrix.length) * after <= DENSE_ROW) {
      double[][] dense = transposed(eachChannel(matrix, (int) after));
      y =
          ops.matMul(
              ops.reshape(x, before, shape[axis] * after), false, constant(ops, dense), false);
    } else if (before == 1) {
      y = ops.matMul(constant(ops, matrix), false, ops.reshape(x, shape[axis], after), false);
    } else {
      y =
          ops.batchMatMul(
              ops.reshape(constant(ops, matrix), 1, matrix.length, shape[axis]),
              ops.reshape(x, before, shape[axis], after));
    }
    return ops.reshape(y, result);
  }

  /** The Kronecker product with the identity of the channels. */
  private static double[][] eachChannel(double[][] matrix, int channels) {
    double[][] result = new double[matrix.length * channels][matrix[0].length * channels];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix[0].length; j++) {
        for (int c = 0; c < channels; c++) {
          result[i * channels + c][j * channels + c] = matrix[i][j];
        }
      }
    }
    return result;
  }

  private static Operand<TFloating> constant(GraphOps ops, double[][] matrix) {
    double[] values = new double[matrix.length * matrix[0].length];
    for (int i = 0; i < matrix.length; i++) {
      System.arraycopy(matrix[i], 0, values, i * matrix[0].length, matrix[0].length);
    }
    return ops.constant(values, matrix.length, matrix[0].length);
  }

  private static double[][] transposed(double[][] matrix) {
    double[][] result = new double[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix[0].length; j++) {
        result[j][i] = matrix[i][j];
      }
    }
    return result;
  }
}
