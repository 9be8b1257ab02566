/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.egcnn.engine.ClusterPlace;
import org.egcnn.engine.ClusterServer;
import org.egcnn.engine.ConvolutionProbe;
import org.egcnn.engine.ConvolutionProbe.Resizing;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.engine.EngineOptions.Recomputation;
import org.egcnn.engine.Network;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BareConvolutionsTest {
  private static final Size CROP = new Size(16, 16, 16);
  private static final BenchmarkSettings SETTINGS =
      new BenchmarkSettings(
          Set.of(BenchmarkPart.NETWORKS),
          List.of(Backbone.SEG_NET),
          List.of(new SizedCrop(CROP, 2)),
          List.of(1),
          Set.of(Precision.FLOAT32),
          CROP,
          new SizedCrop(CROP, 2),
          1,
          new Rounds(1, 0, 1),
          0);

  /** Says that every product takes a second. */
  private static final class SecondsEngine implements Engine {
    private final List<String> asked = new ArrayList<>();

    @Override
    public String version() {
      return "none";
    }

    @Override
    public List<String> devices(int threads) {
      return List.of("cpu:0");
    }

    @Override
    public Network create(
        Architecture architecture, Optional<LossSettings> losses, EngineOptions options) {
      throw new AssertionError("no network is needed");
    }

    @Override
    public ClusterServer serve(ClusterPlace place, EngineOptions options) {
      throw new AssertionError("no cluster is needed");
    }

    @Override
    public ConvolutionProbe convolution(
        ConvolutionProbe.Shape shape, ConvolutionProbe.Pass pass, EngineOptions options) {
      asked.add(shape + " " + pass);
      return new ConvolutionProbe() {
        @Override
        public double run() {
          return 1;
        }

        @Override
        public void close() {}
      };
    }
  }

  private static NetworkCase segNet(boolean training) {
    return new NetworkCase(
        Backbone.SEG_NET, false, CROP, 2, 1, training, Precision.FLOAT32, Recomputation.NEVER);
  }

  /**
   * Seg-Net has 1 + 3 convolutions on the way down, 2 in each of 9 blocks, then 3 times 1 + 2, and
   * one in the head: 32. The image needs no gradient.
   */
  @Test
  void everyProductCountsAsOftenAsItOccurs() throws IOException, CancelledException {
    SecondsEngine engine = new SecondsEngine();
    BareConvolutions convolutions = new BareConvolutions(engine, SETTINGS);
    assertEquals(32, convolutions.seconds(segNet(false), TaskListener.SILENT), 1e-9);
    assertEquals(32 * 3 - 1, convolutions.seconds(segNet(true), TaskListener.SILENT), 1e-9);
    assertEquals(engine.asked.size(), new HashSet<>(engine.asked).size(), "measured twice");
  }

  /** Resizing, side of the kernel; few channels and many. */
  @ParameterizedTest
  @CsvSource({"NONE,3", "NONE,1", "HALVING,3", "HALVING,2", "DOUBLING,2"})
  void everyProductOfEveryKindRuns(Resizing resizing, int kernel) {
    Engine engine = EngineLoader.load();
    for (Precision precision : Precision.values()) {
      for (int channels : new int[] {2, 12}) {
        ConvolutionProbe.Shape shape =
            new ConvolutionProbe.Shape(1, CROP, channels, 2 * channels, kernel, resizing);
        for (ConvolutionProbe.Pass pass : ConvolutionProbe.Pass.values()) {
          EngineOptions options = new EngineOptions(1, "cpu", Recomputation.NEVER, precision);
          try (ConvolutionProbe probe = engine.convolution(shape, pass, options)) {
            assertTrue(probe.run() > 0);
          }
        }
      }
    }
  }
}
