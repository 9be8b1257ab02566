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
   * The loss of maps of probabilities.
   *
   * @param ops where the parts' sums meet
   * @param parts the batch
   * @param weights what each class counts; they sum to 1, and a class of weight 0 is left out
   */
  static Node apply(GraphOps ops, List<JudgedMap> parts, double[] weights) {
    Node overlap = Arithmetic.sum(ops, parts.stream().map(JudgedMap::overlap).toList());
    Node squares = Arithmetic.sum(ops, parts.stream().map(JudgedMap::squares).toList());
    // y² = y
    Operand<TFloating> marked = ops.sum(parts.stream().map(JudgedMap::marked).toList());
    Operand<TFloating> share = ops.constant(weights, weights.length);
    Operand<TFloating> reciprocal =
        ops.tf().math.reciprocal(ops.add(ops.add(marked, squares.value()), ops.constant(EPSILON)));
    Operand<TFloating> toOverlap = ops.mul(ops.constant(-2), ops.mul(share, reciprocal));
    Operand<TFloating> dice = ops.mul(toOverlap, overlap.value());
    Operand<TFloating> toSquares = ops.tf().math.neg(ops.mul(dice, reciprocal));
    return Node.of(
        ops,
        ops.add(ops.constant(1), ops.reduceSum(dice, 0)),
        new long[0],
        List.of(overlap, squares),
        g -> List.of(ops.mul(g, toOverlap), ops.mul(g, toSquares)));
  }
}
