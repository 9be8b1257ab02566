/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineLoader;
import org.egcnn.task.CancelledException;
import org.egcnn.task.OutputFolder;
import org.egcnn.task.TaskListener;

/** Measures how fast this program is on this machine. */
public final class Benchmark {
  private final BenchmarkSettings settings;
  private final List<LimitRow> limits = new ArrayList<>();
  private final List<BandwidthRow> bandwidths = new ArrayList<>();
  private final List<NetworkRow> networks = new ArrayList<>();
  private final List<TaskRow> tasks = new ArrayList<>();
  private final List<ImageRow> images = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** A run with some settings. */
  public Benchmark(BenchmarkSettings settings) {
    this.settings = settings.forProcessor(notes::add);
  }

  /**
   * Measures. Temporary files go to the system's folder for them and are deleted.
   *
   * @throws org.egcnn.engine.EngineException if the engine does not run here
   * @throws CancelledException if the listener cancels, which is looked at before each run
   */
  public SpeedReport run(TaskListener listener) throws IOException, CancelledException {
    long start = System.nanoTime();
    Engine engine = EngineLoader.load();
    Machine machine = Machine.present(engine.version());
    String date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    double before = Machine.load();
    if (SpeedReport.isBusy(before, machine.processors())) {
      listener.warn(
          String.format(
              "the load average is %.1f: other programs keep this machine busy, times will be long",
              before));
    }
    for (BenchmarkPart part : BenchmarkPart.values()) {
      if (settings.parts().contains(part)) {
        listener.checkCancelled();
        measure(part, engine, start, listener);
      }
    }
    return new SpeedReport(
        machine,
        date,
        settings.threads(),
        before,
        Machine.load(),
        limits,
        bandwidths,
        networks,
        tasks,
        images,
        Ratio.of(networks),
        notes);
  }

  private void measure(BenchmarkPart part, Engine engine, long start, TaskListener listener)
      throws IOException, CancelledException {
    switch (part) {
      case LIMIT -> {
        limits.addAll(new LimitBenchmark(engine, settings).run(listener));
        bandwidths.addAll(new BandwidthBenchmark(settings).run(listener));
      }
      case IMAGES ->
          images.addAll(inFolder(folder -> new ImageBenchmark(settings).run(folder, listener)));
      case VOLUME -> {
        listener.info("Whole volume: " + settings.volume());
        tasks.add(inFolder(folder -> new VolumeBenchmark(settings).run(folder, listener)));
      }
      case PIPELINE -> {
        listener.info("Input pipeline");
        tasks.add(inFolder(folder -> new PipelineBenchmark(settings).run(folder, listener)));
      }
      case NETWORKS -> networks(engine, start, listener);
    }
  }

  private void networks(Engine engine, long start, TaskListener listener)
      throws IOException, CancelledException {
    NetworkBenchmark benchmark = new NetworkBenchmark(engine, settings);
    List<List<NetworkCase>> groups = NetworkBenchmark.groups(settings);
    for (int i = 0; i < groups.size(); i++) {
      List<NetworkCase> group = groups.get(i);
      double minutes = (System.nanoTime() - start) / 60e9;
      if (settings.minutes() > 0 && minutes > settings.minutes()) {
        group.forEach(network -> notes.add(network + ": the time was up"));
        continue;
      }
      listener.progress(i, groups.size(), group.get(0) + " and variants");
      benchmark.run(group, networks, notes, listener);
    }
  }

  /** Uses a folder and deletes it. */
  @FunctionalInterface
  private interface FolderUse<T> {
    T in(Path folder) throws IOException, CancelledException;
  }

  private static <T> T inFolder(FolderUse<T> use) throws IOException, CancelledException {
    Path folder = Files.createTempDirectory("eg-cnn-bench");
    try {
      return use.in(folder);
    } finally {
      OutputFolder.remove(folder);
    }
  }
}
