/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.Network;
import org.egcnn.engine.StepLosses;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.LossSettings;
import org.egcnn.model.ModelFolder;
import org.egcnn.task.CancelledException;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.SplitChoice;
import org.egcnn.train.TrainingJob;
import org.egcnn.train.TrainingListener;
import org.egcnn.train.TrainingOptions;
import org.egcnn.train.TrainingTask;
import org.egcnn.volume.VolumeIO;

/**
 * A process that trains on a dataset and takes bare steps of the same network. Requests, as for
 * {@link NetworkProcess}: {@code train N} is answered by the seconds from step to step of a
 * training of N steps, the first left out, {@code bare N} by the seconds of N steps on one batch;
 * both separated by spaces.
 */
final class PipelineProcess {
  private static final double LEARNING_RATE = 1e-4;
  private static final double TRAINING_SHARE = 0.5;

  private final NetworkCase work;
  private final int threads;
  private final Path data;
  private final Path out;

  private PipelineProcess(NetworkCase work, int threads, Path data, Path out) {
    this.work = work;
    this.threads = threads;
    this.data = data;
    this.out = out;
  }

  /** Arguments: threads, the dataset, the model folder, then a {@link NetworkCase}'s words. */
  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    PipelineProcess process =
        new PipelineProcess(
            NetworkCase.parse(words.subList(3, words.size())),
            Integer.parseInt(words.get(0)),
            Path.of(words.get(1)),
            Path.of(words.get(2)));
    Child.answer(process::answer);
  }

  private String answer(String request) throws IOException {
    String[] words = request.split(" ");
    int steps = Integer.parseInt(words[1]);
    List<Double> seconds =
        switch (words[0]) {
          case "train" -> train(steps);
          case "bare" -> bare(steps);
          default -> throw new IllegalArgumentException("unknown request " + request);
        };
    return seconds.stream().map(s -> Double.toString(s)).collect(Collectors.joining(" "));
  }

  private List<Double> train(int steps) throws IOException {
    StepTimes times = new StepTimes();
    TrainingOptions options =
        new TrainingOptions(
            data,
            out,
            TrainingJob.Mode.OVERWRITE,
            new SplitChoice(Optional.empty(), 0, 0, TRAINING_SHARE, 1),
            new NetworkChoice(
                work.backbone(),
                work.architecture().edgeStream(),
                work.width(),
                work.architecture().levels(),
                OptionalInt.empty()),
            LossSettings.standard(),
            Optional.of(work.crop()),
            work.batch(),
            s -> s.epochs(1).stepsPerEpoch(steps).learningRate(LEARNING_RATE),
            work.options(threads));
    try {
      new TrainingTask(options, VolumeIO.standard()).run(times);
    } catch (CancelledException e) {
      throw new IllegalStateException("nobody cancels here", e);
    }
    return times.seconds;
  }

  private List<Double> bare(int steps) throws IOException {
    List<Double> seconds = new ArrayList<>();
    try (Network network =
            EngineLoader.load()
                .create(
                    ModelFolder.readCard(out).architecture(),
                    Optional.of(LossSettings.standard()),
                    work.options(threads));
        Batch batch = network.allocate(work.batch(), work.crop())) {
      network.initialise(1);
      SyntheticCrops.fill(batch);
      for (int i = 0; i <= steps; i++) {
        long start = System.nanoTime();
        network.step(batch, new StepSettings(LEARNING_RATE, 0, i));
        if (i > 0) {
          seconds.add((System.nanoTime() - start) / 1e9);
        }
      }
    }
    return seconds;
  }

  /** The time from the end of one step to the end of the next, all that lies between included. */
  private static final class StepTimes implements TrainingListener {
    private final List<Double> seconds = new ArrayList<>();
    private long last;

    @Override
    public void onStep(int epoch, int step, int steps, StepLosses losses, double ignored) {
      long now = System.nanoTime();
      if (step > 1) {
        seconds.add((now - last) / 1e9);
      }
      last = now;
    }
  }
}
