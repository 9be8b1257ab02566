/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.DatasetCheck;
import org.egcnn.dataset.Datasets;
import org.egcnn.dataset.Split;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.engine.StepLosses;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.ModelCard;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Preprocessing;
import org.egcnn.model.Size;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;

/**
 * Trains on the hippocampus data with TensorFlow: arguments are the data's folder, the model
 * folder, epochs, {@code edge} or {@code plain}, and {@code new} or {@code resume}.
 */
public final class HippocampusTrainingDemo {

  private HippocampusTrainingDemo() {}

  /** Trains. */
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    Dataset dataset = Datasets.open(data);
    Split split = Split.read(data.resolve("split.json"), dataset, 0);
    var fingerprint = DatasetCheck.check(dataset, dataset.labelled(), TaskListener.SILENT);
    Size crop = new Size(40, 56, 40);
    Optional<EdgeStream> edge =
        arguments[3].equals("edge") ? Optional.of(EdgeStream.standard()) : Optional.empty();
    ModelCard card =
        new ModelCard(
            ModelCard.FORMAT,
            dataset.name(),
            new Architecture(Backbone.SEG_NET, 1, 2, true, 8, 4, 3, edge),
            new Preprocessing(
                dataset.channels(),
                List.of(Normalisation.of(Normalisation.Kind.Z_SCORE)),
                Optional.empty(),
                true),
            dataset.labels(),
            crop,
            LossSettings.standard(),
            "demo");
    TrainingSettings settings =
        TrainingSettings.builder(crop)
            .epochs(Integer.parseInt(arguments[2]))
            .learningRate(1e-3)
            .build();
    Engine engine = EngineLoader.load();
    try (Network network =
        engine.create(card.architecture(), Optional.of(card.losses()), EngineOptions.standard())) {
      TrainingJob job =
          new DatasetTraining(dataset, split, fingerprint, VolumeIO.standard())
              .job(
                  card,
                  settings,
                  Path.of(arguments[1]),
                  arguments[4].equals("resume") ? TrainingJob.Mode.RESUME : TrainingJob.Mode.NEW,
                  engine.version(),
                  0);
      TrainingResult result = new Trainer().train(network, job, new Printer());
      System.out.println(result.ending() + " " + result.history().best());
    }
  }

  /** Prints every twentieth step and every epoch. */
  private static final class Printer implements TrainingListener {
    @Override
    public void onStep(int epoch, int step, int steps, StepLosses losses, double seconds) {
      if (step % 20 == 1) {
        System.out.printf(
            Locale.ROOT,
            "epoch %d step %d/%d loss %.6f gradient %.4g %.3f s%n",
            epoch,
            step,
            steps,
            losses.total(),
            losses.gradientNorm(),
            seconds);
      }
    }

    @Override
    public void onEpoch(EpochRecord epoch) {
      System.out.println(epoch);
    }

    @Override
    public void warn(String message) {
      System.out.println("warning: " + message);
    }
  }
}
