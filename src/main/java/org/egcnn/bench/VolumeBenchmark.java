/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.engine.EngineOptions.Recomputation;
import org.egcnn.model.Backbone;
import org.egcnn.model.Size;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;

/** Segmenting a whole volume of four channels, against the sum of its bare window times. */
final class VolumeBenchmark {
  private static final String HEAP = "1g";
  private static final int ROUNDS = 3;

  private final BenchmarkSettings settings;

  VolumeBenchmark(BenchmarkSettings settings) {
    this.settings = settings;
  }

  /** The files of the channels in a folder. */
  static List<Path> files(Path folder, int channels) {
    return IntStream.range(0, channels)
        .mapToObj(c -> folder.resolve("volume_000" + c + ".nii.gz"))
        .toList();
  }

  /**
   * Measures Seg-Net with the edge stream.
   *
   * @param folder where files may be written
   */
  TaskRow run(Path folder, TaskListener listener) throws IOException, CancelledException {
    NetworkCase network =
        new NetworkCase(
            Backbone.SEG_NET,
            true,
            settings.window().size(),
            settings.window().width(),
            1,
            false,
            Precision.FLOAT32,
            Recomputation.NEVER);
    Volume channel = new TestVolume(settings.volume()).volume();
    for (Path file : files(folder, network.architecture().inputChannels())) {
      listener.checkCancelled();
      VolumeIO.standard().write(channel, file);
    }
    Size size = settings.volume();
    List<String> arguments = new ArrayList<>();
    arguments.add(Integer.toString(settings.threads()));
    arguments.add(folder.toString());
    arguments.add(Integer.toString(size.width()));
    arguments.add(Integer.toString(size.height()));
    arguments.add(Integer.toString(size.depth()));
    arguments.addAll(network.words());
    try (Child child = Child.java(VolumeProcess.class, HEAP, arguments)) {
      Rounds rounds = new Rounds(Math.min(ROUNDS, settings.rounds().least()), 0, ROUNDS);
      List<Timing> timings =
          rounds.of(List.of(TimedRun.of(child, "whole"), TimedRun.of(child, "windows")), listener);
      long peak = Long.parseLong(child.ask("peak"));
      return TaskRow.of(
          "segmenting " + size + " of 4 channels from files to a file, " + network + ", overlap ½",
          timings.get(0),
          timings.get(1),
          peak);
    }
  }
}
