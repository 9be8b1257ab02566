/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcnn.cluster.Workforce;
import org.egcnn.dataset.Case;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.DatasetCheck;
import org.egcnn.dataset.Datasets;
import org.egcnn.dataset.Fingerprint;
import org.egcnn.dataset.Split;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.MachineMemory;
import org.egcnn.engine.Network;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.volume.VolumeIO;

/**
 * A whole training from a dataset's folder to a model folder: opens and checks the data, derives
 * what the user left open, builds the network and trains it. Commands, menus and scripts share it.
 *
 * @param options what the user chose
 * @param io reads the volumes
 * @param workforce computes the steps
 */
public record TrainingTask(TrainingOptions options, VolumeIO io, Workforce workforce) {
  /** A training in this process alone. */
  public TrainingTask(TrainingOptions options, VolumeIO io) {
    this(options, io, Workforce.alone());
  }

  /** Whether a model folder holds a training that can be gone on with. */
  public static boolean canGoOn(Path model) throws IOException {
    return new EarlierTraining(model).hasCheckpoints();
  }

  /** Whether a folder is missing or empty but for a lock and the description of some data. */
  public static boolean isUnused(Path model) throws IOException {
    return new EarlierTraining(model).isUnused();
  }

  /**
   * Trains. The model folder is locked as soon as the data's files are found.
   *
   * @throws BadInputException if the data, an option or the folder cannot be used; the model in the
   *     folder is as it was then
   * @throws CancelledException if stopped before the first step
   */
  public TrainingResult run(TrainingListener listener) throws IOException, CancelledException {
    // said before an hour of reading, not after
    new EarlierTraining(options.out()).check(mode());
    Dataset dataset = Datasets.standard(io).open(options.data(), listener);
    Engine engine = EngineLoader.load();
    try (TrainingFolder folder = TrainingFolder.lock(options.out())) {
      new EarlierTraining(options.out()).check(mode());
      return run(dataset, engine, folder, listener);
    }
  }

  private TrainingJob.Mode mode() throws IOException {
    return options.mode() == TrainingJob.Mode.RESUME
        ? new EarlierTraining(options.out()).resumption()
        : options.mode();
  }

  private TrainingResult run(
      Dataset dataset, Engine engine, TrainingFolder folder, TrainingListener listener)
      throws IOException, CancelledException {
    Optional<Checkpoint> checkpoint = checkpoint(folder, listener);
    Split split = split(folder, checkpoint.isPresent()).of(dataset);
    List<Case> cases =
        dataset.select(
            Stream.concat(split.training().stream(), split.validation().stream()).toList());
    Optional<Fingerprint> before = checkpoint.isPresent() ? folder.fingerprint() : Optional.empty();
    Fingerprint fingerprint =
        DatasetCheck.check(
            io, dataset, cases, options.out().resolve(Fingerprint.FILE_NAME), listener);
    before.ifPresent(b -> warnOfChanges(fingerprint.changedSince(b), listener));
    TrainingDesign design =
        checkpoint.isPresent()
            ? new TrainingDesign(
                checkpoint.get().description().card(),
                checkpoint.get().description().settings().inThisMemory())
            : TrainingDesign.of(
                options, engine, workforce.processes(), dataset, fingerprint, listener);
    listener.info(
        String.format(
            "%d cases train and %d validate; crop %s, batch %d, %s%s of width %d",
            split.training().size(),
            split.validation().size(),
            design.settings().crop(),
            design.settings().batch(),
            design.card().architecture().backbone(),
            design.card().architecture().edgeStream().isPresent() ? " with edge stream" : "",
            design.card().architecture().width()));
    requireCropForEach(workforce.processes(), design.settings().batch());
    EngineOptions computing =
        computing(folder, checkpoint.isPresent()).onThisMachine(engine, listener::warn);
    TrainingJob job =
        new DatasetTraining(dataset, split, fingerprint, io)
            .job(
                design.card(),
                design.settings(),
                options.out(),
                mode(),
                engine.version(),
                computing.precision(),
                MachineMemory.forEngine());
    try (Network network =
        workforce.create(
            engine, design.card().architecture(), design.card().losses(), computing, listener)) {
      warnOfIdleDevices(network.devices(), design.settings().batch(), listener);
      return new Trainer().train(network, job, folder, listener);
    }
  }

  private static void warnOfChanges(List<String> cases, TrainingListener listener) {
    if (!cases.isEmpty()) {
      listener.warn(
          "Since the training was started, cases have changed: " + String.join(", ", cases));
    }
  }

  /** What computes; a training that is gone on with keeps its precision, and so its result. */
  private EngineOptions computing(TrainingFolder folder, boolean resuming) throws IOException {
    Optional<TrainingRecord> before = resuming ? folder.readRecord() : Optional.empty();
    return before
        .flatMap(record -> record.environment().precision())
        .map(options.engine()::with)
        .orElse(options.engine());
  }

  private static void requireCropForEach(int processes, int batch) throws BadInputException {
    if (batch < processes) {
      throw new BadInputException(
          String.format(
              "A batch of %d crops is too small for %d processes, each of which needs one. Start"
                  + " fewer processes, or train anew with --batch %d or more",
              batch, processes, processes));
    }
  }

  private static void warnOfIdleDevices(int devices, int batch, TrainingListener listener) {
    if (batch % devices != 0) {
      listener.warn(
          String.format(
              "A batch of %d does not divide evenly among %d devices, some of which will wait."
                  + " Choose a multiple of %d",
              batch, devices, devices));
    }
  }

  private Optional<Checkpoint> checkpoint(TrainingFolder folder, TrainingListener listener)
      throws IOException {
    if (options.mode() != TrainingJob.Mode.RESUME) {
      return Optional.empty();
    }
    Optional<Checkpoint> newest = folder.checkpoints().newest(listener);
    listener.info(
        newest.isPresent()
            ? "Going on with the settings and the model of the checkpoint"
            : "There is no checkpoint to go on from yet: the training starts anew");
    return newest;
  }

  /** The cases that train go on to train, whatever the options say now. */
  private SplitChoice split(TrainingFolder folder, boolean resuming) {
    return folder
        .split()
        .filter(file -> resuming)
        .map(file -> new SplitChoice(Optional.of(file), 0, 0, 1, 0))
        .orElse(options.split());
  }
}
