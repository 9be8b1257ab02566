/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import java.util.Optional;
import org.egcnn.model.LossSettings;
import org.tensorflow.Operand;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TFloating;

/**
 * The consistency loss (EG-CNN paper, section 3.3): at the reference's edge voxels, the L1 distance
 * between the Sobel magnitude of the segmentation, made differentiable by Gumbel-softmax (Jang et
 * al. 2016), and that of the reference.
 */
final class Consistency {
  /** Keeps the noise's logarithms finite. */
  private static final double TINY = 1e-7;

  private final GraphOps ops;
  private final LossSettings settings;
  private final boolean exclusive;

  /**
   * A consistency loss.
   *
   * @param exclusive softmax over K + 1 classes, or K independent logistic functions
   */
  Consistency(GraphOps ops, LossSettings settings, boolean exclusive) {
    this.ops = ops;
    this.settings = settings;
    this.exclusive = exclusive;
  }

  /**
   * The loss of a segmentation.
   *
   * @param logits segmentation logits
   * @param reference the Sobel magnitude of the reference, [N, D, H, W, K]
   * @param edges the reference's edge voxels, 0 or 1, of the same shape
   * @param seed two numbers that decide the Gumbel noise; empty for none
   */
  Node apply(
      Node logits,
      Operand<TFloating> reference,
      Operand<TFloating> edges,
      Optional<Operand<TInt64>> seed) {
    Node noisy = seed.map(s -> withNoise(logits, s)).orElse(logits);
    Node sharpened = Arithmetic.scale(ops, noisy, 1 / settings.temperature());
    Node sample =
        exclusive
            ? Arithmetic.from(ops, Activation.softmax(ops, sharpened), 1)
            : Activation.sigmoid(ops, sharpened);
    Node magnitude = new SobelMagnitude(ops, settings.spacing()).apply(sample);
    return meanDifference(magnitude, reference, edges);
  }

  private Node withNoise(Node logits, Operand<TInt64> seed) {
    Operand<TFloating> uniform =
        ops.tf().random.statelessRandomUniform(ops.ints(logits.shape()), seed, ops.type());
    Operand<TFloating> u =
        ops.add(ops.mul(uniform, ops.constant(1 - 2 * TINY)), ops.constant(TINY));
    Operand<TFloating> noise =
        exclusive
            ? negLog(negLog(u))
            // the difference of two Gumbel variables is logistic
            : ops.sub(negLog(ops.sub(ops.constant(1), u)), negLog(u));
    return Node.of(ops.add(logits.value(), noise), logits.shape(), List.of(logits), List::of);
  }

  private Operand<TFloating> negLog(Operand<TFloating> x) {
    return ops.tf().math.neg(ops.tf().math.log(x));
  }

  private Node meanDifference(
      Node magnitude, Operand<TFloating> reference, Operand<TFloating> edges) {
    long elements = magnitude.elements();
    Operand<TFloating> share =
        ops.tf()
            .math
            .reciprocal(ops.tf().math.maximum(ops.total(edges, elements), ops.constant(1)));
    Operand<TFloating> difference = ops.sub(magnitude.value(), reference);
    Operand<TFloating> distance = ops.mul(edges, ops.tf().math.abs(difference));
    return Node.of(
        ops.mul(share, ops.total(distance, elements)),
        new long[0],
        List.of(magnitude),
        g -> List.of(ops.mul(ops.mul(edges, ops.tf().math.sign(difference)), ops.mul(g, share))));
  }
}
