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
   * The loss of a map of edge logits.
   *
   * @param logits [N, D, H, W, K]
   * @param edges the reference, 0 or 1, of the same shape
   */
  static Node apply(GraphOps ops, Node logits, Operand<TFloating> edges) {
    long positions = logits.positions();
    long classes = logits.channels();
    Operand<TFloating> edgeShare =
        ops.reshape(ops.positionSums(edges, 1, positions, classes, 1.0 / positions), classes);
    Operand<TFloating> mean = ops.constant(1.0 / logits.elements());
    Operand<TFloating> one = ops.constant(1);
    Operand<TFloating> onEdge = ops.mul(edges, ops.sub(one, edgeShare));
    Operand<TFloating> offEdge = ops.mul(ops.sub(one, edges), edgeShare);
    Operand<TFloating> softplus = ops.tf().math.softplus(logits.value());
    // -log σ(l) = softplus(l) - l and -log(1 - σ(l)) = softplus(l)
    Operand<TFloating> terms =
        ops.sub(ops.mul(ops.add(onEdge, offEdge), softplus), ops.mul(onEdge, logits.value()));
    return Node.of(
        ops.mul(mean, ops.total(terms, logits.elements())),
        new long[0],
        List.of(logits),
        g -> {
          Operand<TFloating> p = ops.tf().math.sigmoid(logits.value());
          Operand<TFloating> difference = ops.sub(ops.mul(ops.add(onEdge, offEdge), p), onEdge);
          return List.of(ops.mul(difference, ops.mul(g, mean)));
        });
  }
}
