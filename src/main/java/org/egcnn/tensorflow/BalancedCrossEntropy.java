/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * Balanced cross entropy for rare boundary voxels: {@code -β Σ_{e+} log P - (1 - β) Σ_{e-} log(1 -
 * P)} with β the share of non-edge voxels of a class in the batch (Yu et al. 2017), divided by the
 * number of voxels and averaged over classes. Computed from logits, so that no logarithm meets 0.
 */
final class BalancedCrossEntropy {
  private BalancedCrossEntropy() {}

  /**
   * The loss of maps of edge logits.
   *
   * @param ops where the parts' sums meet
   * @param parts the batch
   */
  static Node apply(GraphOps ops, List<JudgedMap> parts) {
    long positions = parts.stream().mapToLong(part -> part.map().positions()).sum();
    long classes = parts.get(0).map().channels();
    Operand<TFloating> edgeShare =
        ops.mul(
            ops.sum(parts.stream().map(JudgedMap::marked).toList()), ops.constant(1.0 / positions));
    Node sum = Arithmetic.sum(ops, parts.stream().map(part -> sum(part, edgeShare)).toList());
    return Arithmetic.scale(ops, sum, 1.0 / (positions * classes));
  }

  /** The sum over the voxels and classes of one part. */
  private static Node sum(JudgedMap part, Operand<TFloating> edgeShare) {
    GraphOps ops = part.ops();
    Node logits = part.map();
    Operand<TFloating> edges = part.reference();
    Operand<TFloating> one = ops.constant(1);
    Operand<TFloating> onEdge = part.layout().times(edges, ops.sub(one, edgeShare));
    Operand<TFloating> offEdge = part.layout().times(ops.sub(one, edges), edgeShare);
    Operand<TFloating> both = ops.add(onEdge, offEdge);
    Operand<TFloating> softplus = ops.tf().math.softplus(logits.value());
    // -log σ(l) = softplus(l) - l and -log(1 - σ(l)) = softplus(l)
    Operand<TFloating> terms = ops.sub(ops.mul(both, softplus), ops.mul(onEdge, logits.value()));
    return Node.of(
        ops,
        ops.total(terms, logits.elements()),
        new long[0],
        List.of(logits),
        g -> {
          Operand<TFloating> p = ops.tf().math.sigmoid(logits.value());
          return List.of(ops.mul(ops.sub(ops.mul(both, p), onEdge), g));
        });
  }
}
