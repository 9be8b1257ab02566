/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.egcnn.cluster.Chief;
import org.egcnn.cluster.Cluster;
import org.egcnn.cluster.ClusterException;
import org.egcnn.cluster.Ending;
import org.egcnn.cluster.Worker;
import org.egcnn.cluster.Workforce;
import org.egcnn.engine.EngineLoader;
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
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code eg-cnn train}. */
@Command(
    name = "train",
    description = {
      "Trains a network on a folder of labelled volumes and writes a model folder.",
      "Ctrl-C ends it after the running step and leaves a usable model; --resume goes on."
    })
final class TrainCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "The dataset: dataset.json with imagesTr and labelsTr, images and labels, or a BraTS or"
              + " KiTS download.")
  private Path data;

  @Option(names = "--out", paramLabel = "FOLDER", description = "The model folder to write.")
  private Path out;

  @Option(
      names = "--resume",
      description = "Go on from the last checkpoint in --out with its model and settings.")
  private boolean resume;

  @Option(names = "--overwrite", description = "Replace a model that is in --out.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Mixin private ProtocolOption protocol;
  @Mixin private SplitArguments split;
  @Mixin private PreprocessingArguments preprocessing;
  @Mixin private NetworkArguments network;
  @Mixin private LearningArguments learning;
  @Mixin private AugmentationArguments augmentation;
  @Mixin private LossArguments losses;
  @Mixin private EngineArguments engine;
  @Mixin private ClusterArguments processes;

  @Override
  public Integer call() throws IOException, CancelledException {
    processes.requireUse(spec.commandLine().getParseResult());
    Optional<Cluster> cluster = processes.cluster(System.getenv());
    if (cluster.isPresent() && !cluster.get().isChief()) {
      return work(cluster.get());
    }
    TrainingResult result = cluster.isPresent() ? lead(cluster.get()) : trainAlone();
    TrainingSummary summary = TrainingSummary.of(result, ModelFolder.readCard(result.folder()));
    main.session().out().println(json ? Json.toText(summary) : summary.toString());
    return isCancelled(result) ? ExitCode.CANCELLED : ExitCode.SUCCESS;
  }

  private TrainingResult trainAlone() throws IOException, CancelledException {
    try (ConsoleListener listener = main.session().listener()) {
      return train(listener, Workforce.alone());
    }
  }

  /** Trains with others' help. */
  private TrainingResult lead(Cluster cluster) throws IOException, CancelledException {
    AtomicBoolean stop = new AtomicBoolean();
    try (ConsoleListener listener = main.session().alsoCancelledBy(stop::get).listener();
        Chief chief = Chief.open(cluster, processes.patience(), () -> stop.set(true), listener)) {
      try {
        TrainingResult result = train(listener, chief);
        chief.end(isCancelled(result) ? Ending.CANCELLED : Ending.FINISHED);
        return result;
      } catch (CancelledException e) {
        chief.end(Ending.CANCELLED);
        throw e;
      }
    }
  }

  /** Helps the chief until it is done. */
  private int work(Cluster cluster) throws IOException, CancelledException {
    Worker worker = new Worker(cluster, processes.patience());
    try (ConsoleListener listener = main.session().listener()) {
      return switch (worker.run(EngineLoader.load(), engine.options(), listener)) {
        case FINISHED -> ExitCode.SUCCESS;
        case CANCELLED -> throw new CancelledException();
        case FAILED -> throw new ClusterException("The chief failed; its messages say why");
      };
    }
  }

  private TrainingResult train(ConsoleListener listener, Workforce workforce)
      throws IOException, CancelledException {
    TrainingOptions options = options(workforce.processes());
    protocol.report(spec.commandLine().getParseResult(), listener);
    return new TrainingTask(options, VolumeIO.standard(), workforce).run(listener);
  }

  private static boolean isCancelled(TrainingResult result) {
    return result.ending() == TrainingResult.Ending.CANCELLED;
  }

  /**
   * What the options ask for.
   *
   * @param workers how many processes compute
   */
  TrainingOptions options(int workers) throws IOException {
    require("--data", data);
    require("--out", out);
    if (!resume || !TrainingTask.canGoOn(out)) {
      network.requireStream(spec.commandLine().getParseResult());
    }
    split.requireUse(spec.commandLine().getParseResult());
    AugmentationSettings variation = augmentation.settings();
    return new TrainingOptions(
        data,
        out,
        mode(),
        split.choice(learning.seed()),
        network.choice(),
        losses.settings(),
        learning.crop(),
        learning.batch(workers),
        settings -> learning.apply(settings).augmentation(variation),
        preprocessing.choice(),
        engine.options(learning.recomputation()));
  }

  /** Only a worker of a cluster does without. */
  private void require(String name, Path value) {
    if (value == null) {
      OptionSpec option = spec.findOption(name);
      throw new MissingParameterException(
          spec.commandLine(),
          option,
          "Missing required option: '" + name + "=" + option.paramLabel() + "'");
    }
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
