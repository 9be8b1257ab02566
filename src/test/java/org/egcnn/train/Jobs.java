/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.LossSettings;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Preprocessing;
import org.egcnn.model.Size;
import org.egcnn.task.TaskListener;

/** Small trainings on synthetic cases. */
final class Jobs {
  static final Size CROP = new Size(4, 8, 8);

  private Jobs() {}

  static ModelCard card() {
    return new ModelCard(
        ModelCard.FORMAT,
        "boxes",
        new Architecture(Backbone.U_NET, 1, 2, true, 4, 2, 3, Optional.empty()),
        new Preprocessing(
            List.of("image"),
            List.of(Normalisation.of(Normalisation.Kind.NONE)),
            Optional.empty(),
            false),
        SyntheticCases.LABELS,
        CROP,
        LossSettings.standard(),
        "test");
  }

  static TrainingSettingsBuilder settings() {
    return TrainingSettings.builder(CROP).batch(2).epochs(4).validateEvery(1).learningRate(0.5);
  }

  static TrainingJob job(Path folder, TrainingJob.Mode mode, TrainingSettingsBuilder settings) {
    return job(folder, mode, settings, new WeightSpread());
  }

  static TrainingJob job(
      Path folder, TrainingJob.Mode mode, TrainingSettingsBuilder settings, Validation validation) {
    return new TrainingJob(
        card(),
        settings.build(),
        SyntheticCases.some(5),
        validation,
        folder,
        mode,
        Map.of("split.json", Map.of("training", List.of("case0", "case1"))),
        "test engine",
        EngineOptions.Precision.FLOAT32,
        0);
  }

  /**
   * Scores by how far weights are apart: any number that follows from the weights alone will do.
   */
  static final class WeightSpread implements Validation {
    @Override
    public int cases() {
      return 1;
    }

    @Override
    public ValidationScores score(Network network, TaskListener listener) {
      float[] w = network.weights().get("weights").values();
      double spread = Math.abs(w[0] - w[4]);
      return new ValidationScores(List.of(spread / (1 + spread), Double.NaN), 0);
    }
  }
}
