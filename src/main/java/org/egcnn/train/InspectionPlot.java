/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.egcnn.engine.PartGradient;
import org.egcnn.inspect.EdgeScores;
import org.egcnn.inspect.GateStatistics;
import org.egcnn.inspect.Inspection;
import org.egcnn.report.ChartStyle;
import org.egcnn.report.OkabeIto;
import org.egcnn.report.PngFile;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * What was found inside a network over its training as a picture in a file: Dice of edges, mean
 * over the classes; the gates' mean attention on edges and elsewhere; norms of the gradients in the
 * main stream. Drawn without a screen.
 *
 * @param byEpoch what was found after each epoch, counted from 1
 */
record InspectionPlot(SortedMap<Integer, Inspection> byEpoch) {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 900;

  private static final List<Color> COLOURS =
      List.of(
          OkabeIto.BLUE, OkabeIto.VERMILION, OkabeIto.GREEN, OkabeIto.PURPLE, new Color(0x666666));

  private static final float[] DASHES = {6, 4};

  /** Writes it as PNG. */
  void write(Path file) throws IOException {
    PngFile.write(chart().createBufferedImage(WIDTH, HEIGHT), file);
  }

  private JFreeChart chart() {
    CombinedDomainXYPlot plots = new CombinedDomainXYPlot(ChartStyle.epochAxis());
    plots.setGap(16);
    plots.add(edges());
    plots.add(gates());
    plots.add(gradients());
    return ChartStyle.chart(plots);
  }

  private XYPlot edges() {
    Lines lines = new Lines();
    lines.add("predicted edges", 0, false, i -> mean(i.edges(), EdgeScores::predicted));
    lines.add(
        "their agreement with the mask", 1, false, i -> mean(i.edges(), EdgeScores::agreement));
    lines.add("edges of the mask", 2, false, i -> mean(i.edges(), EdgeScores::border));
    return lines.plot(ChartStyle.named(ChartStyle.diceAxis(), "Dice of edges"));
  }

  private static Optional<Double> mean(
      List<EdgeScores> classes, Function<EdgeScores, Optional<Double>> score) {
    List<Double> there = classes.stream().flatMap(one -> score.apply(one).stream()).toList();
    return there.isEmpty()
        ? Optional.empty()
        : Optional.of(there.stream().mapToDouble(Double::doubleValue).average().orElse(0));
  }

  private XYPlot gates() {
    Lines lines = new Lines();
    int count = byEpoch.values().stream().mapToInt(i -> i.gates().size()).max().orElse(0);
    for (int g = 0; g < count; g++) {
      int gate = g;
      lines.add("gate " + g + " on edges", g, false, i -> gate(i, gate, GateStatistics::onEdges));
      lines.add("elsewhere " + g, g, true, i -> gate(i, gate, GateStatistics::elsewhere));
    }
    return lines.plot(ChartStyle.named(ChartStyle.diceAxis(), "Mean attention"));
  }

  private static Optional<Double> gate(
      Inspection found, int gate, Function<GateStatistics, Double> value) {
    return gate < found.gates().size()
        ? Optional.of(value.apply(found.gates().get(gate)))
        : Optional.empty();
  }

  private XYPlot gradients() {
    Lines lines = new Lines();
    for (PartGradient.Part part : PartGradient.Part.values()) {
      String name = part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      // 0 has no place on a logarithmic axis
      lines.add(
          "gradient of " + name,
          part.ordinal(),
          false,
          found ->
              found.gradients().stream()
                  .filter(g -> g.part() == part && g.main() > 0)
                  .map(PartGradient::main)
                  .findFirst());
    }
    return lines.plot(ChartStyle.named(ChartStyle.lossAxis(true), "Norm in the main stream"));
  }

  /** The lines of one plot. */
  private final class Lines {
    private final XYSeriesCollection series = new XYSeriesCollection();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);

    /** Adds a line through the epochs that have a value; nothing if none has. */
    void add(
        String name, int colour, boolean dashed, Function<Inspection, Optional<Double>> value) {
      XYSeries line = new XYSeries(name);
      byEpoch.forEach((epoch, found) -> value.apply(found).ifPresent(v -> line.add(epoch, v)));
      if (line.isEmpty()) {
        return;
      }
      int place = series.getSeriesCount();
      series.addSeries(line);
      renderer.setSeriesPaint(place, COLOURS.get(colour % COLOURS.size()));
      renderer.setSeriesStroke(
          place,
          dashed
              ? new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0)
              : new BasicStroke(2));
    }

    XYPlot plot(ValueAxis axis) {
      XYPlot plot = new XYPlot();
      plot.setDataset(series);
      plot.setRangeAxis(axis);
      plot.setRenderer(renderer);
      return ChartStyle.plain(plot);
    }
  }
}
