/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.engine.EngineOptions.Recomputation;
import org.egcnn.example.ExampleDataset;
import org.egcnn.example.ExampleSettings;
import org.egcnn.model.Backbone;
import org.egcnn.model.Size;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/** Steps of a real training, whose crops are cut and augmented meanwhile, against bare steps. */
final class PipelineBenchmark {
  private static final String HEAP = "1g";
  private static final int CASES = 4;
  private static final int ROUNDS = 2;

  private final BenchmarkSettings settings;

  PipelineBenchmark(BenchmarkSettings settings) {
    this.settings = settings;
  }

  /**
   * Measures Seg-Net with the edge stream at the smallest crop, where cutting has the least time.
   *
   * @param folder where files may be written
   */
  TaskRow run(Path folder, TaskListener listener) throws IOException, CancelledException {
    SizedCrop crop = settings.crops().get(0);
    NetworkCase network =
        new NetworkCase(
            Backbone.SEG_NET,
            true,
            crop.size(),
            crop.width(),
            1,
            true,
            Precision.FLOAT32,
            Recomputation.NEVER);
    Path data = folder.resolve("data");
    ExampleDataset.write(data, example(crop.size()), false, listener);
    List<String> arguments = new ArrayList<>();
    arguments.add(Integer.toString(settings.threads()));
    arguments.add(data.toString());
    arguments.add(folder.resolve("model").toString());
    arguments.addAll(network.words());
    int steps = 2 * settings.rounds().least();
    List<Double> trained = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    try (Child child = Child.java(PipelineProcess.class, HEAP, arguments)) {
      for (int round = 0; round < ROUNDS; round++) {
        listener.checkCancelled();
        trained.addAll(numbers(child.ask("train " + (steps + 1))));
        listener.checkCancelled();
        bare.addAll(numbers(child.ask("bare " + steps)));
      }
    }
    return TaskRow.of(
        "step of a training with crops cut meanwhile, " + network,
        timing(trained),
        timing(bare),
        0);
  }

  /** Cases that are larger than the crop, so that there is something to cut. */
  private static ExampleSettings example(Size crop) {
    ExampleSettings standard = ExampleSettings.standard();
    Size size = new Size(larger(crop.depth()), larger(crop.height()), larger(crop.width()));
    return new ExampleSettings(CASES, 0, size, standard.spacing(), standard.seed());
  }

  private static int larger(int side) {
    return Math.max(48, side * 5 / 4);
  }

  private static List<Double> numbers(String answer) {
    return Arrays.stream(answer.split(" ")).map(Double::valueOf).toList();
  }

  private static Timing timing(List<Double> seconds) {
    return Timing.of(seconds.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
