/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.egcnn.engine.Batch;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.engine.Network;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.Architecture;
import org.egcnn.model.Json;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.train.TrainingSettings;

/**
 * How long a training step of a network takes here, measured on noise. What was measured once is
 * kept in a file, since epochs that follow from it must not change when an experiment is resumed.
 */
final class StepTimes {
  private static final int STEPS = 9;

  /** Slow steps vary little, so that fewer do. */
  private static final double ENOUGH_SECONDS = 10;

  private final Engine engine;
  private final EngineOptions options;
  private final Optional<Path> file;
  private final boolean keeps;
  private final List<Entry> entries = new ArrayList<>();

  /** What was measured of one network. */
  private record Entry(
      Architecture network,
      LossSettings losses,
      int batch,
      Size crop,
      Optional<Precision> precision,
      double seconds) {
    boolean isOf(Entry other) {
      return network.equals(other.network)
          && losses.equals(other.losses)
          && batch == other.batch
          && crop.equals(other.crop)
          && precision.equals(other.precision);
    }
  }

  /** The file's content. */
  private record Entries(List<Entry> measured) {
    Entries {
      measured = List.copyOf(measured);
    }
  }

  /**
   * Times of steps.
   *
   * @param file where those measured before are; empty if there are none
   * @param keeps whether those measured now are written there
   */
  StepTimes(Engine engine, EngineOptions options, Optional<Path> file, boolean keeps)
      throws IOException {
    this.engine = engine;
    this.options = options;
    this.file = file;
    this.keeps = keeps;
    if (file.isPresent() && Files.exists(file.get())) {
      entries.addAll(Json.read(file.get(), Entries.class).measured());
    }
  }

  /** The seconds of a step: the fastest of a few, for other programs can only slow one down. */
  double of(
      Architecture network,
      LossSettings losses,
      TrainingSettings training,
      Optional<Precision> precision,
      TaskListener listener)
      throws IOException, CancelledException {
    Entry wanted = new Entry(network, losses, training.batch(), training.crop(), precision, 0);
    for (Entry entry : entries) {
      if (entry.isOf(wanted)) {
        return entry.seconds();
      }
    }
    listener.progress(0, 0, "Timing " + network.backbone() + " of width " + network.width());
    double seconds = measure(wanted, listener);
    entries.add(new Entry(network, losses, training.batch(), training.crop(), precision, seconds));
    if (keeps && file.isPresent()) {
      Json.write(file.get(), new Entries(entries));
    }
    return seconds;
  }

  private double measure(Entry entry, TaskListener listener) throws CancelledException {
    StepSettings settings = new StepSettings(1e-4, 0, 1);
    EngineOptions computing =
        entry.precision().map(options::with).orElse(options).onThisMachine(engine, listener::warn);
    try (Network network = engine.create(entry.network(), Optional.of(entry.losses()), computing);
        Batch batch = network.allocate(entry.batch(), entry.crop())) {
      network.initialise(1);
      fill(batch, entry.network().outputs());
      // the first step builds the graph, which a training does once
      network.step(batch, settings);
      double fastest = Double.POSITIVE_INFINITY;
      double sum = 0;
      for (int i = 0; i < STEPS && sum < ENOUGH_SECONDS; i++) {
        listener.checkCancelled();
        long start = System.nanoTime();
        network.step(batch, settings);
        double took = (System.nanoTime() - start) / 1e9;
        fastest = Math.min(fastest, took);
        sum += took;
      }
      return fastest;
    }
  }

  private static void fill(Batch batch, int outputs) {
    SplittableRandom random = new SplittableRandom(1);
    FloatBuffer images = batch.images();
    for (int i = 0; i < images.capacity(); i++) {
      images.put(i, (float) (random.nextDouble() * 2 - 1));
    }
    for (int i = 0; i < batch.labels().capacity(); i++) {
      batch.labels().put(i, (byte) random.nextInt(outputs + 1));
    }
  }
}
