/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * Convolutions of stride 1 that give few channels, for two neighbouring voxels of a row at a time:
 * a convolution of stride 2 along W, whose kernel is longer by one and gives the channels of both
 * voxels. In memory its result [N, D, H, W / 2, 2 C] is the map [N, D, H, W, C]. A third more
 * operations (for kernels of 3), but vectors of AVX-512 hold 16 channels, and 8 leave half of them
 * idle.
 */
final class NarrowConvolution {
  /** Up to so many channels are worth it: half a vector of single precision in AVX-512. */
  private static final long MOST_CHANNELS = 8;

  private static final List<Long> STRIDES = List.of(1L, 1L, 1L, 2L, 1L);
  private static final String SAME = "SAME";

  private NarrowConvolution() {}

  /**
   * Whether a convolution is computed in this way.
   *
   * @param ops knows the processor's vectors
   * @param shape the map's, [N, D, H, W, C]
   * @param channels how many the convolution gives
   * @param kernel the kernel's shape, [k, k, k, ...]
   * @param stride along all axes
   */
  static boolean suits(GraphOps ops, long[] shape, long channels, long[] kernel, long stride) {
    return ops.vectors() == Vectors.OF_16
        && stride == 1
        && channels <= MOST_CHANNELS
        && shape[3] % 2 == 0
        && kernel[2] % 2 == 1;
  }

  /**
   * The convolution, zero-padded to keep the size.
   *
   * @param x the map, [N, D, H, W, C in]
   * @param shape its shape
   * @param kernel the weights, [k, k, k, C in, C out]
   * @param kernelShape their shape
   */
  static Operand<TFloating> forward(
      GraphOps ops,
      Operand<TFloating> x,
      long[] shape,
      Operand<TFloating> kernel,
      long[] kernelShape) {
    Operand<TFloating> both =
        ops.tf()
            .concat(
                List.of(
                    pad(ops, kernel, kernelShape.length, 0, 1),
                    pad(ops, kernel, kernelShape.length, 1, 0)),
                ops.tf().constant(4));
    long[] result = shape.clone();
    result[4] = kernelShape[4];
    return ops.reshape(
        ops.fromConvolution(
            ops.tf().nn.conv3d(ops.forConvolution(x), ops.forConvolution(both), STRIDES, SAME)),
        result);
  }

  /**
   * The gradient with respect to the map: the same convolution with the kernel turned around.
   *
   * @param gradient of the convolution's result, [N, D, H, W, C out]
   * @param shape its shape
   * @param kernel the weights, [k, k, k, C in, C out]
   * @param kernelShape their shape
   */
  static Operand<TFloating> toInput(
      GraphOps ops,
      Operand<TFloating> gradient,
      long[] shape,
      Operand<TFloating> kernel,
      long[] kernelShape) {
    Operand<TFloating> turned =
        ops.tf()
            .linalg
            .transpose(ops.tf().reverse(kernel, ops.ints(0, 1, 2)), ops.ints(0, 1, 2, 4, 3));
    long[] turnedShape = kernelShape.clone();
    turnedShape[3] = kernelShape[4];
    turnedShape[4] = kernelShape[3];
    return forward(ops, gradient, shape, turned, turnedShape);
  }

  /**
   * The gradient with respect to the weights.
   *
   * @param converted the map as it is convolved, [N, D, H, W, C in]
   * @param kernelShape the weights' shape, [k, k, k, C in, C out]
   * @param gradient of the convolution's result, [N, D, H, W, C out]
   * @param shape its shape
   */
  static Operand<TFloating> toKernel(
      GraphOps ops,
      Operand<TFloating> converted,
      long[] kernelShape,
      Operand<TFloating> gradient,
      long[] shape) {
    long[] pairs = shape.clone();
    pairs[3] /= 2;
    pairs[4] *= 2;
    long[] longer = kernelShape.clone();
    longer[2] += 1;
    longer[4] *= 2;
    Operand<TFloating> both =
        ops.fromConvolution(
            ops.tf()
                .nn
                .conv3dBackpropFilter(
                    converted,
                    ops.ints(longer),
                    ops.forConvolution(ops.reshape(gradient, pairs)),
                    STRIDES,
                    SAME));
    Operand<TFloating> first = ops.tf().slice(both, ops.ints(0, 0, 0, 0, 0), ops.ints(kernelShape));
    Operand<TFloating> second =
        ops.tf().slice(both, ops.ints(0, 0, 1, 0, kernelShape[4]), ops.ints(kernelShape));
    return ops.add(first, second);
  }

  /** Lengthens a kernel along W by zeros. */
  private static Operand<TFloating> pad(
      GraphOps ops, Operand<TFloating> kernel, int axes, long before, long after) {
    long[] padding = new long[2 * axes];
    padding[2 * 2] = before;
    padding[2 * 2 + 1] = after;
    return ops.tf().pad(kernel, ops.reshape(ops.ints(padding), axes, 2), ops.constant(0));
  }
}
