/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/** 3D convolutions over maps [N, D, H, W, C] and their gradients. */
final class Convolution {
  private static final String SAME = "SAME";
  private static final String VALID = "VALID";

  /**
   * Shorter maps are not converted: in bfloat16, oneDNN's kernel gradient of maps shorter than the
   * kernel holds uninitialised numbers (TensorFlow 2.18), and little time goes there.
   */
  private static final long SHORTEST_CONVERTED = 8;

  private Convolution() {}

  /**
   * A convolution with zero padding that keeps the size, or divides it by the stride.
   *
   * @param x the map
   * @param kernel the weights, [k, k, k, C in, C out]
   * @param stride 1 or 2, the same along all axes
   */
  static Node apply(GraphOps builder, Node x, Node kernel, int stride) {
    GraphOps ops = converting(builder, x);
    List<Long> strides = strides(stride);
    long[] shape = scaled(x.shape(), 1, stride, kernel.channels());
    return Node.of(
        ops,
        NarrowConvolution.suits(ops, x.shape(), kernel.channels(), kernel.shape(), stride)
            ? NarrowConvolution.forward(ops, x.value(), x.shape(), kernel.value(), kernel.shape())
            : forward(ops, x.value(), kernel, strides),
        shape,
        List.of(x, kernel),
        gradient ->
            Arrays.asList(
                x.differentiable() ? toInput(ops, x, kernel, gradient, shape, stride) : null,
                toKernel(ops, x, kernel, gradient, shape, stride)));
  }

  private static Operand<TFloating> toInput(
      GraphOps ops, Node x, Node kernel, Operand<TFloating> gradient, long[] shape, int stride) {
    return NarrowConvolution.suits(ops, shape, x.channels(), kernel.shape(), stride)
        ? NarrowConvolution.toInput(ops, gradient, shape, kernel.value(), kernel.shape())
        : toInput(ops, x.shape(), kernel, gradient, strides(stride));
  }

  private static Operand<TFloating> toKernel(
      GraphOps ops, Node x, Node kernel, Operand<TFloating> gradient, long[] shape, int stride) {
    Operand<TFloating> converted = convertedAgain(ops, x.value(), gradient);
    if (NarrowConvolution.suits(ops, shape, kernel.channels(), kernel.shape(), stride)) {
      return NarrowConvolution.toKernel(ops, converted, kernel.shape(), gradient, shape);
    }
    if (ops.vectors() == Vectors.OF_8) {
      Operand<TFloating> padded =
          ZeroPadding.around(ops, converted, x.shape(), kernel.shape()[0], stride);
      return toKernel(ops, padded, kernel.shape(), gradient, strides(stride), VALID);
    }
    return toKernel(ops, converted, kernel.shape(), gradient, strides(stride), SAME);
  }

  /**
   * A transposed convolution: the adjoint of a convolution whose stride is its kernel's side, so it
   * multiplies the size by that side without overlaps.
   *
   * @param x the map
   * @param kernel the weights, [k, k, k, C out, C in]
   */
  static Node transposed(GraphOps builder, Node x, Node kernel) {
    GraphOps ops = converting(builder, x);
    int side = (int) kernel.shape()[0];
    List<Long> strides = strides(side);
    long[] shape = scaled(x.shape(), side, 1, kernel.shape()[3]);
    Operand<TFloating> y = toInput(ops, shape, kernel, x.value(), strides);
    return Node.of(
        ops,
        y,
        shape,
        List.of(x, kernel),
        gradient ->
            List.of(
                forward(ops, gradient, kernel, strides),
                toKernel(
                    ops, ops.forConvolution(gradient), kernel.shape(), x.value(), strides, SAME)));
  }

  /**
   * A 1x1x1 convolution: one matrix product over all positions.
   *
   * @param x the map
   * @param kernel the weights, [C in, C out]
   */
  static Node pointwise(GraphOps ops, Node x, Node kernel) {
    long positions = x.positions();
    long[] shape = x.withChannels(kernel.channels());
    Operand<TFloating> rows = ops.reshape(x.value(), positions, x.channels());
    Operand<TFloating> y = ops.reshape(ops.matMul(rows, false, kernel.value(), false), shape);
    return Node.of(
        ops,
        y,
        shape,
        List.of(x, kernel),
        gradient -> {
          Operand<TFloating> g = ops.reshape(gradient, positions, kernel.channels());
          return Arrays.asList(
              x.differentiable()
                  ? ops.reshape(ops.matMul(g, false, kernel.value(), true), x.shape())
                  : null,
              ops.matMul(rows, true, g, false));
        });
  }

  /**
   * Adds a value to each channel.
   *
   * @param x the map
   * @param bias the values, [C]
   */
  static Node bias(GraphOps ops, Node x, Node bias) {
    return Node.of(
        ops,
        new ChannelRows(ops, x.shape()).plus(x.value(), bias.value()),
        x.shape(),
        List.of(x, bias),
        gradient -> {
          Operand<TFloating> sums = ops.positionSums(gradient, 1, x.positions(), x.channels(), 1);
          return List.of(gradient, ops.reshape(sums, x.channels()));
        });
  }

  private static GraphOps converting(GraphOps ops, Node x) {
    long[] shape = x.shape();
    long shortest = Math.min(shape[1], Math.min(shape[2], shape[3]));
    return shortest < SHORTEST_CONVERTED ? ops.withoutConversion() : ops;
  }

  private static Operand<TFloating> forward(
      GraphOps ops, Operand<TFloating> x, Node kernel, List<Long> strides) {
    return ops.fromConvolution(
        ops.tf()
            .nn
            .conv3d(ops.forConvolution(x), ops.forConvolution(kernel.value()), strides, SAME));
  }

  private static Operand<TFloating> toInput(
      GraphOps ops, long[] shape, Node kernel, Operand<TFloating> gradient, List<Long> strides) {
    return ops.fromConvolution(
        ops.tf()
            .nn
            .conv3dBackpropInput(
                ops.ints(shape),
                ops.forConvolution(kernel.value()),
                ops.forConvolution(gradient),
                strides,
                SAME));
  }

  /**
   * The gradient with respect to the kernel.
   *
   * @param converted the map as it is convolved
   * @param padding SAME, or VALID if the map has its zeros around it
   */
  private static Operand<TFloating> toKernel(
      GraphOps ops,
      Operand<TFloating> converted,
      long[] shape,
      Operand<TFloating> gradient,
      List<Long> strides,
      String padding) {
    return ops.fromConvolution(
        ops.tf()
            .nn
            .conv3dBackpropFilter(
                converted, ops.ints(shape), ops.forConvolution(gradient), strides, padding));
  }

  /** Converts a map once more, rather than keep it in both types from one pass to the other. */
  private static Operand<TFloating> convertedAgain(
      GraphOps ops, Operand<TFloating> x, Operand<TFloating> gradient) {
    return ops.after(gradient).forConvolution(x);
  }

  private static List<Long> strides(long stride) {
    return List.of(1L, stride, stride, stride, 1L);
  }

  private static long[] scaled(long[] shape, int times, int over, long channels) {
    long[] result = shape.clone();
    for (int axis = 1; axis <= 3; axis++) {
      result[axis] = (shape[axis] * times + over - 1) / over;
    }
    result[4] = channels;
    return result;
  }
}
