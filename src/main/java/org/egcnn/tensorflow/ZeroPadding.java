/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * The zeros around a map that TensorFlow's padding SAME stands for. With vectors of 8, oneDNN 3.5
 * has a kernel gradient of its own only where it has nothing to pad along the depth ({@code
 * jit_avx2_conv_bwd_weights_kernel_f32}); else it multiplies matrices, which takes up to twice as
 * long as both together.
 */
final class ZeroPadding {
  private ZeroPadding() {}

  /**
   * The map with its zeros.
   *
   * @param x the map, [N, D, H, W, C]
   * @param shape its shape
   * @param side of the convolution's kernel
   * @param stride along all axes
   */
  static Operand<TFloating> around(
      GraphOps ops, Operand<TFloating> x, long[] shape, long side, long stride) {
    long[] zeros = new long[2 * shape.length];
    for (int axis = 1; axis <= 3; axis++) {
      long count = (shape[axis] + stride - 1) / stride;
      long all = Math.max(0, (count - 1) * stride + side - shape[axis]);
      zeros[2 * axis] = all / 2;
      zeros[2 * axis + 1] = all - all / 2;
    }
    Operand<TFloating> zero = ops.forConvolution(ops.constant(0));
    return ops.tf().pad(x, ops.reshape(ops.ints(zeros), shape.length, 2), zero);
  }
}
