/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.egcnn.model.WeightTensor;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;
import org.tensorflow.types.family.TType;

/**
 * Reads and sets a network's variables: its weights and, if it learns, the optimiser's state and
 * the mean of the weights.
 */
final class VariableStore {
  /** The name of the number of optimiser steps taken, which is kept beside the variables. */
  static final String STEP = Adam.PREFIX + "step";

  /** The name of the number of steps in the mean of the weights, kept beside the variables. */
  static final String MEAN_STEP = WeightMean.PREFIX + "step";

  /** How one variable is reached. */
  private record Access(
      Weights.Weight variable, Operand<TFloating> read, Operand<TFloating> value, Op assign) {}

  private final LazySession session;
  private final Map<String, Access> weights;
  private final Map<String, Access> slots;
  private final Map<String, Access> means;

  VariableStore(
      LazySession session,
      GraphOps ops,
      Map<String, Weights.Weight> weights,
      Map<String, Weights.Weight> slots,
      Map<String, Weights.Weight> means) {
    this.session = session;
    this.weights = accesses(ops, weights);
    this.slots = accesses(ops, slots);
    this.means = accesses(ops, means);
  }

  private static Map<String, Access> accesses(GraphOps ops, Map<String, Weights.Weight> variables) {
    Map<String, Access> result = new LinkedHashMap<>();
    variables.forEach((name, variable) -> result.put(name, access(ops, variable)));
    return result;
  }

  @SuppressWarnings("unchecked")
  private static Access access(GraphOps ops, Weights.Weight variable) {
    Operand<? extends TType> handle = (Operand<? extends TType>) variable.handle();
    Operand<TFloating> value =
        ops.tf().placeholder(ops.type(), Placeholder.shape(Shape.of(variable.shape())));
    return new Access(
        variable,
        ops.tf().readVariableOp(handle, ops.type()),
        value,
        ops.tf().assignVariableOp(handle, value));
  }

  /** The number of trainable weights. */
  long parameters() {
    return weights.values().stream().mapToLong(a -> a.variable().size()).sum();
  }

  /** Gives every variable its start value. */
  void initialise(long seed) {
    Map<String, WeightTensor> start = new LinkedHashMap<>();
    weights.forEach(
        (name, access) ->
            start.put(
                name,
                new WeightTensor(access.variable().shape(), access.variable().draw(name, seed))));
    restore(start);
  }

  /**
   * Sets the weights, and the optimiser's variables and the mean where they are given; clears those
   * otherwise.
   *
   * @throws IllegalArgumentException if a weight is missing, unknown or of another shape
   */
  void restore(Map<String, WeightTensor> state) {
    for (String name : state.keySet()) {
      if (!weights.containsKey(name)
          && !name.startsWith(Adam.PREFIX)
          && !name.startsWith(WeightMean.PREFIX)) {
        throw new IllegalArgumentException("the network has no weight named " + name);
      }
    }
    Session.Runner runner = session.get().runner();
    List<TFloat32> values = new ArrayList<>();
    try {
      weights.forEach(
          (name, access) -> {
            if (!state.containsKey(name)) {
              throw new IllegalArgumentException("the weight " + name + " is missing");
            }
            values.add(feed(runner, name, access, state.get(name)));
          });
      slots.forEach((name, access) -> values.add(feedOrClear(runner, name, access, state)));
      means.forEach(
          (name, access) ->
              values.add(feedOrClear(runner, WeightMean.PREFIX + name, access, state)));
      runner.run().close();
    } finally {
      values.forEach(TFloat32::close);
    }
  }

  private static TFloat32 feedOrClear(
      Session.Runner runner, String name, Access access, Map<String, WeightTensor> state) {
    WeightTensor zero =
        new WeightTensor(access.variable().shape(), new float[access.variable().size()]);
    return feed(runner, name, access, state.getOrDefault(name, zero));
  }

  private static TFloat32 feed(
      Session.Runner runner, String name, Access access, WeightTensor tensor) {
    if (!Arrays.equals(access.variable().shape(), tensor.shape())) {
      throw new IllegalArgumentException(
          "the weight "
              + name
              + " has shape "
              + Arrays.toString(tensor.shape())
              + " instead of "
              + Arrays.toString(access.variable().shape()));
    }
    TFloat32 value = TFloat32.tensorOf(Shape.of(tensor.shape()));
    TensorMemory.bytes(value).asFloatBuffer().put(tensor.values());
    runner.feed(access.value(), value).addTarget(access.assign());
    return value;
  }

  /** The weights by name. */
  Map<String, WeightTensor> weights() {
    return read(weights);
  }

  /** The mean of each weight by the weight's name. */
  Map<String, WeightTensor> means() {
    return read(means);
  }

  /**
   * The weights and the optimiser's variables by name.
   *
   * @param averaged whether the mean of the weights is wanted too
   */
  Map<String, WeightTensor> state(boolean averaged) {
    Map<String, Access> wanted = new LinkedHashMap<>(weights);
    wanted.putAll(slots);
    if (averaged) {
      means.forEach((name, access) -> wanted.put(WeightMean.PREFIX + name, access));
    }
    return read(wanted);
  }

  private Map<String, WeightTensor> read(Map<String, Access> wanted) {
    Session.Runner runner = session.get().runner();
    wanted.values().forEach(access -> runner.fetch(access.read()));
    Map<String, WeightTensor> result = new LinkedHashMap<>();
    try (Result tensors = runner.run()) {
      int i = 0;
      for (Map.Entry<String, Access> entry : wanted.entrySet()) {
        FloatBuffer buffer = TensorMemory.bytes(tensors.get(i++)).asFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        result.put(entry.getKey(), new WeightTensor(entry.getValue().variable().shape(), values));
      }
    }
    return result;
  }
}
