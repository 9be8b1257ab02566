/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.types.family.TFloating;
import org.tensorflow.types.family.TType;

/**
 * The exponential mean of the weights over the steps of a training, in variables named {@code
 * mean/…}. With decay d, step n makes it {@code w̄ (1 - r) + w r} with {@code r = (1 - d) / (1 -
 * d^n)}: the mean of the weights after steps 1 to n in which each counts d times the next.
 */
final class WeightMean {
  /** The prefix of its variables' names. */
  static final String PREFIX = "mean/";

  private final Map<String, Weights.Weight> byWeight = new LinkedHashMap<>();

  /** The mean of each weight by the weight's name. */
  Map<String, Weights.Weight> byWeight() {
    return byWeight;
  }

  /** Creates the mean of every weight there is. */
  void track(Weights weights) {
    weights
        .byName()
        .forEach(
            (name, weight) ->
                byWeight.put(
                    name,
                    new Weights.Weight(
                        weights.variable(PREFIX + name, weight.shape()),
                        weight.shape(),
                        Weights.Start.ZERO,
                        false)));
  }

  /** The share r of the newest weights in the mean. */
  static double rate(double decay, long steps) {
    return (1 - decay) / (1 - Math.pow(decay, steps));
  }

  /**
   * Builds one update of every mean.
   *
   * @param updates the optimiser's update by weight, which comes first
   * @param rate the share of the newest weights, a scalar
   */
  List<Op> build(GraphOps ops, Weights weights, Map<String, Op> updates, Operand<TFloating> rate) {
    return byWeight.keySet().stream()
        .map(
            name ->
                update(
                    updates.containsKey(name) ? ops.after(updates.get(name)) : ops,
                    weights,
                    name,
                    rate))
        .toList();
  }

  private Op update(GraphOps ops, Weights weights, String name, Operand<TFloating> rate) {
    Operand<? extends TType> mean = handle(byWeight.get(name));
    Operand<TFloating> newest =
        ops.tf().readVariableOp(handle(weights.byName().get(name)), ops.type());
    Operand<TFloating> kept =
        ops.mul(ops.tf().readVariableOp(mean, ops.type()), ops.sub(ops.constant(1), rate));
    return ops.tf().assignVariableOp(mean, ops.add(kept, ops.mul(newest, rate)));
  }

  @SuppressWarnings("unchecked")
  private static Operand<? extends TType> handle(Weights.Weight weight) {
    return (Operand<? extends TType>) weight.handle();
  }
}
