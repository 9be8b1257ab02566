/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcnn.dataset.PreprocessingChoice;
import org.egcnn.dataset.Split;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.Architecture;
import org.egcnn.model.LossSettings;
import org.egcnn.train.TrainingSettings;

/**
 * One run with everything that decides its result.
 *
 * @param number its number in the experiment, from 1
 * @param key which run it is
 * @param architecture the network
 * @param losses the loss
 * @param preprocessing what is decided about it; the rest follows from the data
 * @param training the course of the training, with the run's seed
 * @param precision the numbers of the convolutions; empty for those of the whole comparison
 * @param split its cases
 * @param fileLengths the lengths in bytes of each case's files, by which changed data are noticed
 * @param scoring how it is judged
 * @param parameters the network's trainable weights
 * @param bytes the memory that a training step is expected to take
 * @param folder where it is kept
 * @param members the runs whose networks segment together, of which the other components are the
 *     first one's; empty for a run that trains a network of its own
 */
record PlannedRun(
    int number,
    RunKey key,
    Architecture architecture,
    LossSettings losses,
    PreprocessingChoice preprocessing,
    TrainingSettings training,
    Optional<EngineOptions.Precision> precision,
    Split split,
    Map<String, List<Long>> fileLengths,
    Scoring scoring,
    long parameters,
    long bytes,
    Path folder,
    List<PlannedRun> members) {

  /**
   * The networks of several runs together.
   *
   * @param members at least one, of the same cases
   */
  static PlannedRun together(int number, RunKey key, List<PlannedRun> members, Path folder) {
    PlannedRun first = members.get(0);
    return new PlannedRun(
        number,
        key,
        first.architecture,
        first.losses,
        first.preprocessing,
        first.training,
        first.precision,
        first.split,
        first.fileLengths,
        first.scoring,
        members.stream().mapToLong(PlannedRun::parameters).sum(),
        first.bytes,
        folder,
        members);
  }

  /** Whether it trains a network of its own. */
  boolean trains() {
    return members.isEmpty();
  }

  /** How it is computed, where the whole comparison is computed so. */
  EngineOptions engine(EngineOptions all) {
    return precision.map(all::with).orElse(all);
  }

  /** Its optimiser steps. */
  long steps() {
    return trains() ? (long) training.epochs() * training.steps(split.training().size()) : 0;
  }

  /** How long it takes compared with others, by a guess: memory moved is time. */
  double weight() {
    return (double) bytes * Math.max(1, steps());
  }
}
