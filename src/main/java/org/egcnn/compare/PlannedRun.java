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
    Path folder) {

  /** How it is computed, where the whole comparison is computed so. */
  EngineOptions engine(EngineOptions all) {
    return precision.map(all::with).orElse(all);
  }

  /** Its optimiser steps. */
  long steps() {
    return (long) training.epochs() * training.steps(split.training().size());
  }

  /** How long it takes compared with others, by a guess: memory moved is time. */
  double weight() {
    return (double) bytes * steps();
  }
}
