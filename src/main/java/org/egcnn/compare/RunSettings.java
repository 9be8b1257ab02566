/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.Optional;
import org.egcnn.dataset.PreprocessingChoice;
import org.egcnn.engine.EngineOptions;
import org.egcnn.model.Backbone;
import org.egcnn.model.LossSettings;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.TrainingSettings;

/**
 * How the networks of one variant are built and trained.
 *
 * @param network the network; its backbone is replaced by each of the experiment's
 * @param losses the loss
 * @param preprocessing what is decided about it; the rest follows from the data
 * @param training the course of the training; its seed is replaced by each of the experiment's
 * @param precision the numbers of the convolutions; empty for those of the whole comparison
 * @param trainingCases how many of the training cases are used, drawn by the run's seed; 0 for all
 */
record RunSettings(
    NetworkChoice network,
    LossSettings losses,
    PreprocessingChoice preprocessing,
    TrainingSettings training,
    Optional<EngineOptions.Precision> precision,
    int trainingCases) {

  /** Checks the range. */
  RunSettings {
    if (trainingCases < 0) {
      throw new IllegalArgumentException("training_cases must not be negative");
    }
  }

  /** The network with a backbone and a width. */
  NetworkChoice network(Backbone backbone, int width) {
    return new NetworkChoice(
        backbone, network.edgeStream(), width, network.levels(), network.kernel());
  }

  /** The same with another number of epochs. */
  RunSettings withEpochs(int epochs) {
    return new RunSettings(
        network,
        losses,
        preprocessing,
        training.toBuilder(training.crop()).epochs(epochs).build(),
        precision,
        trainingCases);
  }
}
