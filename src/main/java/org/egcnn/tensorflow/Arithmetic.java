/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/** Sums, products and joins of maps. */
final class Arithmetic {
  private Arithmetic() {}

  /** a + b, of one shape. */
  static Node add(GraphOps ops, Node a, Node b) {
    return Node.of(
        ops, ops.add(a.value(), b.value()), a.shape(), List.of(a, b), g -> List.of(g, g));
  }

  /** The sum of tensors of one shape. */
  static Node sum(GraphOps ops, List<Node> terms) {
    return terms.stream().reduce((a, b) -> add(ops, a, b)).orElseThrow();
  }

  /** x times a number. */
  static Node scale(GraphOps ops, Node x, double factor) {
    return scale(ops, x, ops.constant(factor));
  }

  /** x times a scalar that is not differentiable. */
  static Node scale(GraphOps ops, Node x, Operand<TFloating> factor) {
    return Node.of(
        ops, ops.mul(x.value(), factor), x.shape(), List.of(x), g -> List.of(ops.mul(g, factor)));
  }

  /**
   * Lets through what an attention map allows and keeps the rest once: {@code e ⊙ α + e} (EG-CNN
   * paper, section 3.2; the "+ e" as in Takikawa et al. 2019).
   *
   * @param e the map, [N, D, H, W, C]
   * @param attention α in [0, 1], [N, D, H, W, 1]
   */
  static Node gate(GraphOps ops, Node e, Node attention) {
    Operand<TFloating> factor = ops.add(attention.value(), ops.constant(1));
    return Node.of(
        ops,
        ops.mul(e.value(), factor),
        e.shape(),
        List.of(e, attention),
        g -> {
          Operand<TFloating> products =
              ops.reshape(ops.mul(g, e.value()), e.positions(), e.channels());
          Operand<TFloating> ones = ops.tf().fill(ops.ints(e.channels(), 1), ops.constant(1));
          Operand<TFloating> sums = ops.matMul(products, false, ones, false);
          return List.of(ops.mul(g, factor), ops.reshape(sums, attention.shape()));
        });
  }

  /** Joins the channels of two maps, the first's in front. */
  static Node concatenate(GraphOps ops, Node a, Node b) {
    int axis = a.shape().length - 1;
    return Node.of(
        ops,
        ops.tf().concat(List.of(a.value(), b.value()), ops.tf().constant(axis)),
        a.withChannels(a.channels() + b.channels()),
        List.of(a, b),
        g -> List.of(channels(ops, g, a.shape(), 0), channels(ops, g, b.shape(), a.channels())));
  }

  /** The channels from {@code first} on. */
  static Node from(GraphOps ops, Node x, long first) {
    if (first == 0) {
      return x;
    }
    long[] shape = x.withChannels(x.channels() - first);
    long[] padding = new long[2 * shape.length];
    padding[padding.length - 2] = first;
    return Node.of(
        ops,
        channels(ops, x.value(), shape, first),
        shape,
        List.of(x),
        g ->
            List.of(
                ops.tf().pad(g, ops.reshape(ops.ints(padding), shape.length, 2), ops.constant(0))));
  }

  private static Operand<TFloating> channels(
      GraphOps ops, Operand<TFloating> x, long[] shape, long first) {
    long[] begin = new long[shape.length];
    begin[shape.length - 1] = first;
    return ops.tf().slice(x, ops.ints(begin), ops.ints(shape));
  }
}
