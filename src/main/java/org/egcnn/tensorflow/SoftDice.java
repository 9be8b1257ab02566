/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * The soft Dice loss {@code 1 - 2 Σ y p / (Σ y² + Σ p² + ε)}, a weighted mean over classes; sums
 * run over all voxels of a batch (Milletari et al. 2016; EG-CNN paper, section 3.3).
 */
final class SoftDice {
  private static final double EPSILON = 1e-5;

  private SoftDice() {}

  /**
   * The loss of a map of probabilities.
   *
   * @param p probabilities, [N, D, H, W, C]
   * @param y the reference, 0 or 1, of the same shape
   * @param weights what each class counts; they sum to 1, and a class of weight 0 is left out
   */
  static Node apply(GraphOps ops, Node p, Operand<TFloating> y, double[] weights) {
    Operand<TFloating> share = ops.constant(weights, weights.length);
    Operand<TFloating> overlap = sums(ops, ops.mul(y, p.value()), p);
    Operand<TFloating> size =
        ops.add(sums(ops, ops.square(y), p), sums(ops, ops.square(p.value()), p));
    Operand<TFloating> reciprocal = ops.tf().math.reciprocal(ops.add(size, ops.constant(EPSILON)));
    Operand<TFloating> towardsReference = ops.mul(ops.constant(-2), ops.mul(share, reciprocal));
    Operand<TFloating> dice = ops.mul(towardsReference, overlap);
    Operand<TFloating> awayFromLarge = ops.mul(ops.constant(-2), ops.mul(dice, reciprocal));
    Operand<TFloating> loss = ops.add(ops.constant(1), ops.reduceSum(dice, 0));
    return Node.of(
        loss,
        new long[0],
        List.of(p),
        g ->
            List.of(
                ops.add(
                    ops.mul(y, ops.mul(g, towardsReference)),
                    ops.mul(p.value(), ops.mul(g, awayFromLarge)))));
  }

  private static Operand<TFloating> sums(GraphOps ops, Operand<TFloating> map, Node like) {
    return ops.reshape(
        ops.positionSums(map, 1, like.positions(), like.channels(), 1), like.channels());
  }
}
