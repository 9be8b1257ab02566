/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.egcnn.engine.ConvolutionProbe;
import org.egcnn.engine.ConvolutionProbe.Resizing;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.engine.EngineOptions.Recomputation;
import org.egcnn.model.Backbone;
import org.egcnn.model.Size;
import org.junit.jupiter.api.Test;

class SpeedReportTest {
  private static final NetworkCase PLAIN =
      new NetworkCase(
          Backbone.SEG_NET,
          false,
          new Size(64, 64, 64),
          8,
          1,
          true,
          Precision.FLOAT32,
          Recomputation.NEVER);
  private static final ConvolutionProbe.Shape SHAPE = ConvolutionProbe.Shape.ofCube(1, 10, 4, 3);

  private static NetworkRow row(NetworkCase network, double seconds, long peak) {
    return new NetworkRow(network, Timing.of(seconds), seconds / 2, 40e9, peak, true);
  }

  private static SpeedReport report(double load) {
    List<NetworkRow> rows =
        List.of(
            row(PLAIN, 0.2, 1L << 30),
            row(PLAIN.withEdgeStream(true), 0.3, 3L << 29),
            row(PLAIN.withPrecision(Precision.BFLOAT16), 0.1, 1L << 30),
            row(
                PLAIN.withEdgeStream(true).withRecomputation(Recomputation.ALWAYS),
                0.36,
                3L << 28));
    return new SpeedReport(
        new Machine("us 1", "engine 2", "a processor", 2, 8L << 30, "system", "java"),
        "2026-01-01T00:00:00Z",
        0,
        load,
        2,
        List.of(
            LimitRow.of(
                SHAPE,
                ConvolutionProbe.Pass.FORWARD,
                Precision.FLOAT32,
                new Timing(5, 9, SHAPE.operations() / 400e9))),
        List.of(new BandwidthRow("copy", Timing.of(1), 30)),
        rows,
        List.of(TaskRow.of("a task", Timing.of(2.2), Timing.of(2), 0)),
        List.of(ImageRow.of("a filter", Timing.of(0.5), 3_000_000)),
        Ratio.of(rows),
        List.of("something: the time was up"));
  }

  /** 2 · 10³ · 3³ · 4 · 4. */
  @Test
  void operationsOfAConvolution() {
    assertEquals(864_000, SHAPE.operations());
    assertEquals(
        864_000 / 8.0,
        new ConvolutionProbe.Shape(1, SHAPE.size(), 4, 4, 3, Resizing.HALVING).operations());
    assertEquals(
        864_000,
        new ConvolutionProbe.Shape(1, SHAPE.size(), 4, 4, 3, Resizing.DOUBLING).operations());
  }

  @Test
  void shareOfTheLimit() {
    SpeedReport report = report(0);
    assertEquals(400, report.limit(Precision.FLOAT32).getAsDouble(), 1e-9);
    assertEquals(0.5, report.shareOfLimit(report.networks().get(0)).getAsDouble(), 1e-9);
    assertTrue(report.shareOfLimit(report.networks().get(2)).isEmpty());
  }

  @Test
  void ratiosDivideByTheVariantWithout() {
    List<Ratio> ratios = report(0).ratios();
    assertEquals(
        List.of("edge stream", "bfloat16", "recomputation"),
        ratios.stream().map(Ratio::question).toList());
    assertEquals(1.5, ratios.get(0).time(), 1e-12);
    assertEquals(1.5, ratios.get(0).convolutions(), 1e-12);
    assertEquals(1.5, ratios.get(0).memory(), 1e-12);
    assertEquals(0.5, ratios.get(1).time(), 1e-12);
    assertEquals(1.2, ratios.get(2).time(), 1e-12);
    assertEquals(0.5, ratios.get(2).memory(), 1e-12);
  }

  @Test
  void aNetworkSurvivesTheCommandLine() {
    NetworkCase network = PLAIN.withEdgeStream(true).withRecomputation(Recomputation.ALWAYS);
    assertEquals(network, NetworkCase.parse(network.words()));
  }

  @Test
  void theTextHoldsTheFigures() {
    String text = SpeedMarkdown.of(report(0), "eg-cnn bench --out x");
    assertTrue(text.contains("`eg-cnn bench --out x`"), text);
    assertTrue(text.contains("- limit in float32: 400\n"), text);
    assertTrue(
        text.contains(
            "| seg-net | 64x64x64 | 8 | 1 | float32 | 0.200 | 0.200 | 0.100 | 40.0 | 50 % | 1.00 GiB |"),
        text);
    assertTrue(text.contains("| a task | 2.200 | 1 | 2.000 | 1.100 | unknown |"), text);
    assertTrue(text.contains("| a filter | 0.5000 | 0.5000 | 6.0 |"), text);
    assertTrue(text.contains("- something: the time was up\n"), text);
    assertFalse(text.contains("busy"), text);
  }

  @Test
  void aBusyMachineIsNamed() {
    assertTrue(SpeedMarkdown.of(report(1.5), "x").contains("The machine was busy"));
  }
}
