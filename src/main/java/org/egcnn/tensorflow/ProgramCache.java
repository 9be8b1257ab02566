/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;

/** The programs of one network, each built when it is first asked for. */
final class ProgramCache {

  /**
   * What a program is built for.
   *
   * @param averaged whether a prediction uses the mean of the weights
   */
  private record Key(int count, Size size, boolean averaged) {}

  private final Programs programs;
  private final Weights weights;
  private final Optional<LossSettings> losses;
  private final Adam adam;
  private final WeightMean mean;
  private final Map<Key, Programs.Predict> predictions = new HashMap<>();
  private final Map<Key, TrainingStep> steps = new HashMap<>();
  private final Map<Key, GradientProbe> probes = new HashMap<>();

  /**
   * None yet.
   *
   * @param losses the loss; empty for a network that only predicts
   */
  ProgramCache(
      Programs programs,
      Weights weights,
      Optional<LossSettings> losses,
      Adam adam,
      WeightMean mean) {
    this.programs = programs;
    this.weights = weights;
    this.losses = losses;
    this.adam = adam;
    this.mean = mean;
  }

  /**
   * A prediction of {@code count} crops.
   *
   * @param averaged whether it uses the mean of the weights
   */
  Programs.Predict prediction(int count, Size size, boolean averaged) {
    GraphOps ops = programs.ops();
    return predictions.computeIfAbsent(
        new Key(count, size, averaged),
        key ->
            programs.predict(
                count,
                size,
                averaged ? weights.reader(ops, mean.byWeight()) : weights.reader(ops)));
  }

  /**
   * A training step on {@code count} crops.
   *
   * @param memory decides whether it spares memory for time
   * @throws IllegalStateException if there is no loss
   */
  TrainingStep step(int count, Size size, StepMemory memory) {
    LossSettings loss = loss();
    return steps.computeIfAbsent(
        new Key(count, size, false),
        key -> programs.step(count, size, loss, adam, mean, memory.recomputes(count, size)));
  }

  /**
   * What measures the gradients of the loss's parts, as {@link #step}.
   *
   * @throws IllegalStateException if there is no loss
   */
  GradientProbe probe(int count, Size size, StepMemory memory) {
    LossSettings loss = loss();
    return probes.computeIfAbsent(
        new Key(count, size, false),
        key -> programs.probe(count, size, loss, memory.recomputes(count, size)));
  }

  private LossSettings loss() {
    return losses.orElseThrow(
        () -> new IllegalStateException("this network was created without a loss"));
  }
}
