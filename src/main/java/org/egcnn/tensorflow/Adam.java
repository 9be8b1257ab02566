/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.train.ResourceApplyAdam;
import org.tensorflow.types.family.TFloating;
import org.tensorflow.types.family.TType;

/**
 * Adam (Kingma and Ba 2015) with β1 = 0.9, β2 = 0.999, ε = 1e-8, gradient norm clipping, and L2
 * weight decay added to the gradient. Its two moments a weight are variables named {@code adam/m/…}
 * and {@code adam/v/…}.
 */
final class Adam {
  /** Decay of the first moment. */
  static final double BETA1 = 0.9;

  /** Decay of the second moment. */
  static final double BETA2 = 0.999;

  /** The prefix of its variables' names. */
  static final String PREFIX = "adam/";

  private static final double EPSILON = 1e-8;

  /**
   * What changes from step to step, all scalars.
   *
   * @param learningRate the step size
   * @param power1 β1 to the number of this step, from 1
   * @param power2 β2 to the number of this step
   * @param clipNorm the largest global gradient norm, 0 for any
   */
  record Inputs(
      Operand<TFloating> learningRate,
      Operand<TFloating> power1,
      Operand<TFloating> power2,
      Operand<TFloating> clipNorm) {}

  /**
   * A built update.
   *
   * @param updates one operation a weight that has a gradient, by name
   * @param norm the gradients' global norm before clipping
   */
  record Update(Map<String, Op> updates, Operand<TFloating> norm) {}

  private final Map<String, Weights.Weight> slots = new LinkedHashMap<>();

  /** The moments by name. */
  Map<String, Weights.Weight> slots() {
    return slots;
  }

  /** Creates the moments of a weight, unless they are there. */
  void track(Weights weights, String name) {
    Weights.Weight weight = weights.byName().get(name);
    for (String moment : new String[] {"m/", "v/"}) {
      slots.computeIfAbsent(
          PREFIX + moment + name,
          slot ->
              new Weights.Weight(
                  weights.variable(slot, weight.shape()),
                  weight.shape(),
                  Weights.Start.ZERO,
                  false));
    }
  }

  /**
   * Builds one update of all weights that have a gradient.
   *
   * @param gradients the gradients by weight name
   * @param values the weights as the step's graph read them
   */
  Update build(
      GraphOps ops,
      Weights weights,
      Map<String, Operand<TFloating>> gradients,
      Map<String, Node> values,
      double decay,
      Inputs inputs) {
    Operand<TFloating> norm = norm(ops, gradients);
    Operand<TFloating> one = ops.constant(1);
    Operand<TFloating> ratio =
        ops.tf().math.minimum(one, ops.div(inputs.clipNorm(), ops.add(norm, ops.constant(1e-12))));
    Operand<TFloating> factor =
        ops.tf().select(ops.tf().math.greater(inputs.clipNorm(), ops.constant(0)), ratio, one);
    Map<String, Op> updates = new LinkedHashMap<>();
    gradients.forEach(
        (name, gradient) -> {
          track(weights, name);
          Operand<TFloating> g = ops.mul(gradient, factor);
          if (weights.byName().get(name).decays()) {
            g = ops.add(g, ops.mul(values.get(name).value(), ops.constant(decay)));
          }
          updates.put(name, apply(ops, weights, name, g, inputs));
        });
    return new Update(updates, norm);
  }

  private static Operand<TFloating> norm(GraphOps ops, Map<String, Operand<TFloating>> gradients) {
    return ops.tf()
        .math
        .sqrt(
            ops.sum(
                gradients.values().stream()
                    .map(g -> ops.mul(ops.constant(2), ops.tf().nn.l2Loss(g)))
                    .toList()));
  }

  private Op apply(
      GraphOps ops, Weights weights, String name, Operand<TFloating> gradient, Inputs inputs) {
    return ResourceApplyAdam.create(
        ops.tf().scope(),
        handle(weights.byName().get(name)),
        handle(slots.get(PREFIX + "m/" + name)),
        handle(slots.get(PREFIX + "v/" + name)),
        inputs.power1(),
        inputs.power2(),
        inputs.learningRate(),
        ops.constant(BETA1),
        ops.constant(BETA2),
        ops.constant(EPSILON),
        gradient);
  }

  @SuppressWarnings("unchecked")
  private static Operand<? extends TType> handle(Weights.Weight weight) {
    return (Operand<? extends TType>) weight.handle();
  }
}
