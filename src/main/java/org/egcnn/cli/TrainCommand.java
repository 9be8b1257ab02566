/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.egcnn.model.Json;
import org.egcnn.model.ModelFolder;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.train.AugmentationSettings;
import org.egcnn.train.TrainingJob;
import org.egcnn.train.TrainingOptions;
import org.egcnn.train.TrainingResult;
import org.egcnn.train.TrainingTask;
import org.egcnn.volume.VolumeIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code eg-cnn train}. */
@Command(
    name = "train",
    description = {
      "Trains a network on a folder of labelled volumes and writes a model folder.",
      "Ctrl-C ends it after the running step and leaves a usable model; --resume goes on."
    })
final class TrainCommand implements Callable<Integer> {
  @ParentCommand private Main main;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FOLDER",
      description = "The dataset: dataset.json with imagesTr and labelsTr, or images and labels.")
  private Path data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "The model folder to write.")
  private Path out;

  @Option(
      names = "--resume",
      description = "Go on from the last checkpoint in --out with its model and settings.")
  private boolean resume;

  @Option(names = "--overwrite", description = "Replace a model that is in --out.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Mixin private SplitArguments split;
  @Mixin private NetworkArguments network;
  @Mixin private LearningArguments learning;
  @Mixin private AugmentationArguments augmentation;
  @Mixin private LossArguments losses;
  @Mixin private EngineArguments engine;

  @Override
  public Integer call() throws IOException, CancelledException {
    Session session = main.session();
    TrainingOptions options = options();
    TrainingResult result;
    try (ConsoleListener listener = session.listener()) {
      result = new TrainingTask(options, VolumeIO.standard()).run(listener);
    }
    TrainingSummary summary = TrainingSummary.of(result, ModelFolder.readCard(result.folder()));
    session.out().println(json ? Json.toText(summary) : summary.toString());
    return result.ending() == TrainingResult.Ending.CANCELLED
        ? ExitCode.CANCELLED
        : ExitCode.SUCCESS;
  }

  /** What the options ask for. */
  TrainingOptions options() throws BadInputException {
    AugmentationSettings variation = augmentation.settings();
    return new TrainingOptions(
        data,
        out,
        mode(),
        split.choice(learning.seed()),
        network.choice(),
        losses.settings(),
        learning.crop(),
        learning.batch(),
        settings -> learning.apply(settings).augmentation(variation),
        engine.options(learning.recomputation()));
  }

  private TrainingJob.Mode mode() throws BadInputException {
    if (resume && overwrite) {
      throw new BadInputException("--resume and --overwrite exclude each other: give one of them");
    }
    if (resume) {
      return TrainingJob.Mode.RESUME;
    }
    return overwrite ? TrainingJob.Mode.OVERWRITE : TrainingJob.Mode.NEW;
  }
}
