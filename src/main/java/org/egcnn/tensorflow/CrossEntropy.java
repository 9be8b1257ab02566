/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.nn.SoftmaxCrossEntropyWithLogits;
import org.tensorflow.types.family.TFloating;

/**
 * The cross entropy of a segmentation: {@code -Σ y log p} over exclusive classes, the background
 * among them, mean over the batch's voxels; or {@code -y log p - (1 - y) log(1 - p)} of each
 * region, mean over voxels and regions. Computed from logits, so that no logarithm meets 0.
 */
final class CrossEntropy {
  private CrossEntropy() {}

  /**
   * The loss of maps of logits.
   *
   * @param ops where the parts' sums meet
   * @param parts the batch
   * @param exclusive softmax over all channels, or a logistic function for each
   */
  static Node apply(GraphOps ops, List<JudgedMap> parts, boolean exclusive) {
    long count =
        parts.stream()
            .mapToLong(part -> exclusive ? part.map().positions() : part.map().elements())
            .sum();
    Node sum =
        Arithmetic.sum(
            ops, parts.stream().map(part -> exclusive ? classes(part) : regions(part)).toList());
    return Arithmetic.scale(ops, sum, 1.0 / count);
  }

  private static Node classes(JudgedMap part) {
    GraphOps ops = part.ops();
    Node logits = part.map();
    SoftmaxCrossEntropyWithLogits<TFloating> entropy =
        SoftmaxCrossEntropyWithLogits.create(
            ops.tf().scope(),
            rows(ops, logits, logits.value()),
            rows(ops, logits, part.reference()));
    return Node.of(
        ops,
        ops.reduceSum(entropy.loss(), 0),
        new long[0],
        List.of(logits),
        g -> List.of(ops.mul(ops.reshape(entropy.backprop(), logits.shape()), g)));
  }

  private static Operand<TFloating> rows(GraphOps ops, Node map, Operand<TFloating> value) {
    return ops.reshape(value, map.positions(), map.channels());
  }

  private static Node regions(JudgedMap part) {
    GraphOps ops = part.ops();
    Node logits = part.map();
    // -log σ(l) = softplus(l) - l and -log(1 - σ(l)) = softplus(l)
    Operand<TFloating> terms =
        ops.sub(ops.tf().math.softplus(logits.value()), ops.mul(part.reference(), logits.value()));
    return Node.of(
        ops,
        ops.total(terms, logits.elements()),
        new long[0],
        List.of(logits),
        g -> List.of(ops.mul(ops.sub(ops.tf().math.sigmoid(logits.value()), part.reference()), g)));
  }
}
