/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * A tensor of the graph with a known shape, which can send the gradient of a scalar that depends on
 * it back to the tensors it was computed from. {@link ReverseMode} walks these.
 *
 * @param home where what is sent back to it is summed up; null for leaves and constants
 * @param value the tensor
 * @param shape its static shape; maps are [N, D, H, W, C]
 * @param inputs the differentiable tensors it was computed from
 * @param backward sends the gradient back; null for leaves and constants
 * @param differentiable whether a gradient is wanted for it or for anything before it
 */
record Node(
    GraphOps home,
    Operand<TFloating> value,
    long[] shape,
    List<Node> inputs,
    Backward backward,
    boolean differentiable) {

  /** The hand-written gradient of one operation. */
  @FunctionalInterface
  interface Backward {
    /**
     * Builds the gradients of the scalar with respect to the operation's inputs.
     *
     * @param gradient the gradient with respect to the operation's output
     * @return one gradient an input, in order; null where an input is not differentiable
     */
    List<Operand<TFloating>> apply(Operand<TFloating> gradient);
  }

  /** A tensor that no gradient is sent to: an image, a label map. */
  static Node constant(Operand<TFloating> value, long... shape) {
    return new Node(null, value, shape, List.of(), null, false);
  }

  /** A tensor whose gradient is wanted: a weight. */
  static Node leaf(Operand<TFloating> value, long... shape) {
    return new Node(null, value, shape, List.of(), null, true);
  }

  /** The result of an operation. */
  static Node of(
      GraphOps home, Operand<TFloating> value, long[] shape, List<Node> inputs, Backward backward) {
    boolean differentiable = inputs.stream().anyMatch(Node::differentiable);
    return new Node(home, value, shape, inputs, backward, differentiable);
  }

  /** The same tensor, through which no gradient passes. */
  Node stopped() {
    return constant(value, shape);
  }

  /** The size of the last axis. */
  long channels() {
    return shape[shape.length - 1];
  }

  /** The number of elements before the last axis: N D H W of a map. */
  long positions() {
    return elements() / channels();
  }

  /** The number of elements. */
  long elements() {
    long n = 1;
    for (long d : shape) {
      n *= d;
    }
    return n;
  }

  /** The shape with another number of channels. */
  long[] withChannels(long channels) {
    long[] result = shape.clone();
    result[result.length - 1] = channels;
    return result;
  }
}
