/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;

/**
 * Prints the peak resident memory of two training steps, or of two predictions, against {@link
 * MemoryEstimate}, each in a JVM of its own (Linux only). Arguments choose among sides, widths and
 * channels, such as {@code 48,64 8,16 1,4}; without any, all are measured.
 */
final class MemoryMeasurement {

  /** What one child JVM does. */
  private record Run(
      Backbone backbone, boolean stream, int side, int width, int channels, boolean training) {

    static Run parse(String[] words) {
      return new Run(
          Backbone.parse(words[0]),
          Boolean.parseBoolean(words[1]),
          Integer.parseInt(words[2]),
          Integer.parseInt(words[3]),
          Integer.parseInt(words[4]),
          Boolean.parseBoolean(words[5]));
    }

    List<String> words() {
      return List.of(
          backbone.label(), "" + stream, "" + side, "" + width, "" + channels, "" + training);
    }
  }

  private MemoryMeasurement() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 6) {
      measure(Run.parse(arguments));
      return;
    }
    int[] sides = numbers(arguments.length > 0 ? arguments[0] : "48,64,96");
    int[] widths = numbers(arguments.length > 1 ? arguments[1] : "8,16");
    int[] channels = numbers(arguments.length > 2 ? arguments[2] : "1,4");
    System.out.println("backbone stream side width channels training peak_MiB estimate_MiB ratio");
    for (boolean training : new boolean[] {true, false}) {
      for (int side : sides) {
        for (int width : widths) {
          for (int channel : channels) {
            for (Backbone backbone : Backbone.values()) {
              for (boolean stream : new boolean[] {false, true}) {
                inChild(new Run(backbone, stream, side, width, channel, training));
              }
            }
          }
        }
      }
    }
  }

  private static int[] numbers(String list) {
    return Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  private static void inChild(Run run) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.add(MemoryMeasurement.class.getName());
    command.addAll(run.words());
    new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }

  private static void measure(Run run) throws IOException {
    Optional<EdgeStream> stream =
        run.stream() ? Optional.of(EdgeStream.standard()) : Optional.empty();
    Architecture architecture =
        new Architecture(
            run.backbone(),
            run.channels(),
            2,
            true,
            run.width(),
            4,
            Architecture.defaultKernel(run.backbone()),
            stream);
    Optional<LossSettings> losses =
        run.training() ? Optional.of(LossSettings.standard()) : Optional.empty();
    Size size = new Size(run.side(), run.side(), run.side());
    try (Network network =
            EngineLoader.load().create(architecture, losses, EngineOptions.standard());
        Batch batch = network.allocate(1, size)) {
      network.initialise(1);
      for (int i = 0; i < batch.labels().capacity(); i++) {
        batch.labels().put(i, (byte) (i / run.side() / 7 % 3));
      }
      for (int i = 0; i < batch.images().capacity(); i++) {
        batch.images().put(i, i % 11 - 5);
      }
      for (int step = 0; step < 2; step++) {
        if (run.training()) {
          network.step(batch, new StepSettings(1e-4, 1, step));
        } else {
          network.predict(batch).close();
        }
      }
      double peak = peakMebibytes();
      double estimate = network.estimateBytes(1, size, run.training()) / (double) (1 << 20);
      System.out.printf(
          Locale.ROOT,
          "%s %.0f %.0f %.2f%n",
          String.join(" ", run.words()),
          peak,
          estimate,
          estimate / peak);
    }
  }

  private static double peakMebibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
