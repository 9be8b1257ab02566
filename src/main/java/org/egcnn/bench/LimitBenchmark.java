/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.egcnn.engine.ConvolutionProbe;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.engine.EngineOptions.Recomputation;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/** Convolutions by themselves: what a network of nothing else could reach. */
final class LimitBenchmark {
  /** Shapes as they occur in the networks, from many voxels of few channels to the opposite. */
  private static final List<ConvolutionProbe.Shape> SHAPES =
      List.of(
          ConvolutionProbe.Shape.ofCube(1, 64, 16, 3),
          ConvolutionProbe.Shape.ofCube(1, 96, 16, 3),
          ConvolutionProbe.Shape.ofCube(1, 64, 32, 3),
          ConvolutionProbe.Shape.ofCube(1, 48, 64, 3),
          ConvolutionProbe.Shape.ofCube(1, 32, 128, 3),
          ConvolutionProbe.Shape.ofCube(1, 48, 32, 5));

  private static final List<ConvolutionProbe.Shape> SMALL_SHAPES =
      List.of(ConvolutionProbe.Shape.ofCube(1, 16, 16, 3));

  private final Engine engine;
  private final BenchmarkSettings settings;

  LimitBenchmark(Engine engine, BenchmarkSettings settings) {
    this.engine = engine;
    this.settings = settings;
  }

  /** Measures every shape, pass and precision. */
  List<LimitRow> run(TaskListener listener) throws IOException, CancelledException {
    List<ConvolutionProbe.Shape> shapes = settings.small() ? SMALL_SHAPES : SHAPES;
    List<LimitRow> rows = new ArrayList<>();
    for (ConvolutionProbe.Shape shape : shapes) {
      listener.info("Limit: convolution of " + shape);
      for (Precision precision : Precision.values()) {
        if (settings.precisions().contains(precision)) {
          measure(shape, precision, rows, listener);
        }
      }
    }
    return rows;
  }

  private void measure(
      ConvolutionProbe.Shape shape, Precision precision, List<LimitRow> rows, TaskListener listener)
      throws IOException, CancelledException {
    EngineOptions options =
        new EngineOptions(settings.threads(), "cpu", Recomputation.NEVER, precision);
    for (ConvolutionProbe.Pass pass : ConvolutionProbe.Pass.values()) {
      try (ConvolutionProbe probe = engine.convolution(shape, pass, options)) {
        Timing timing = settings.shortRounds().of(List.of(probe::run), listener).get(0);
        rows.add(LimitRow.of(shape, pass, precision, timing));
      }
    }
  }
}
