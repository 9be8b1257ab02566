/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TFloating;

/**
 * The noise that makes a segmentation's choice of classes random and yet differentiable
 * (Gumbel-softmax, Jang et al. 2016). Each crop of a batch has a noise of its own that does not
 * depend on the other crops nor on the device it is computed on.
 *
 * @param seed two numbers that decide the noise of a step
 * @param first the number in the whole batch of a part's first crop
 */
record GumbelNoise(Operand<TInt64> seed, int first) {
  /** Keeps the logarithms finite. */
  private static final double TINY = 1e-7;

  /**
   * Adds noise to logits.
   *
   * @param exclusive Gumbel noise a class; else logistic noise, the difference of two such
   */
  Node addTo(GraphOps ops, Node logits, boolean exclusive) {
    Operand<TFloating> u =
        ops.add(ops.mul(uniform(ops, logits), ops.constant(1 - 2 * TINY)), ops.constant(TINY));
    Operand<TFloating> noise =
        exclusive
            ? negLog(ops, negLog(ops, u))
            : ops.sub(negLog(ops, ops.sub(ops.constant(1), u)), negLog(ops, u));
    return Node.of(ops, ops.add(logits.value(), noise), logits.shape(), List.of(logits), List::of);
  }

  private Operand<TFloating> uniform(GraphOps ops, Node like) {
    long[] one = like.shape().clone();
    one[0] = 1;
    List<Operand<TFloating>> crops = new ArrayList<>();
    for (int i = 0; i < like.shape()[0]; i++) {
      // the second number of a seed is the step's, which never grows that far
      Operand<TInt64> own =
          ops.tf().math.add(seed, ops.tf().constant(new long[] {0, (first + i) * (1L << 40)}));
      crops.add(ops.tf().random.statelessRandomUniform(ops.ints(one), own, ops.type()));
    }
    return crops.size() == 1 ? crops.get(0) : ops.tf().concat(crops, ops.tf().constant(0));
  }

  private static Operand<TFloating> negLog(GraphOps ops, Operand<TFloating> x) {
    return ops.tf().math.neg(ops.tf().math.log(x));
  }
}
