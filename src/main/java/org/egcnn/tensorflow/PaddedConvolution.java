/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * The kernel's gradient of a convolution from the map with its zeros around it. With vectors of 8,
 * oneDNN 3.5 has a kernel gradient of its own only where nothing is padded along the depth ({@code
 * jit_avx2_conv_bwd_weights_kernel_f32}); else it multiplies matrices, which takes up to twice as
 * long as both together.
 */
final class PaddedConvolution {
  private static final String VALID = "VALID";

  private PaddedConvolution() {}

  /**
   * The gradient with respect to the weights of a convolution that keeps the size, or divides it by
   * the stride.
   *
   * @param converted the map as it is convolved, [N, D, H, W, C in]
   * @param shape its shape
   * @param kernelShape the weights' shape, [k, k, k, C in, C out]
   * @param gradient of the convolution's result
   * @param stride along all axes
   */
  static Operand<TFloating> toKernel(
      GraphOps ops,
      Operand<TFloating> converted,
      long[] shape,
      long[] kernelShape,
      Operand<TFloating> gradient,
      long stride) {
    return ops.fromConvolution(
        ops.tf()
            .nn
            .conv3dBackpropFilter(
                padded(ops, converted, shape, kernelShape[0], stride),
                ops.ints(kernelShape),
                ops.forConvolution(gradient),
                List.of(1L, stride, stride, stride, 1L),
                VALID));
  }

  /** With as many zeros as TensorFlow's padding SAME has. */
  private static Operand<TFloating> padded(
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
