/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.egcnn.engine.StepLosses;
import org.egcnn.task.AtomicOutput;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The course of a training as a figure: losses on the left axis, Dice on the right, over epochs.
 * Drawn without a screen.
 */
final class ProgressPlot {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 600;

  /** Losses, then Dice: the colours of Okabe and Ito 2008, which colour-blind people tell apart. */
  private static final Color[] LOSS_COLOURS = {
    Color.BLACK, new Color(0x0072B2), new Color(0xE69F00), new Color(0xCC79A7)
  };

  private static final Color[] DICE_COLOURS = {
    new Color(0x009E73), new Color(0x56B4E9), new Color(0xD55E00), new Color(0x8C6D1F)
  };

  private final History history;
  private final List<String> classes;

  /**
   * A figure.
   *
   * @param classes the classes' names, in the scores' order
   */
  ProgressPlot(History history, List<String> classes) {
    this.history = history;
    this.classes = classes;
  }

  /** Writes it as PNG. */
  void write(Path file) throws IOException {
    AtomicOutput.write(
        file,
        temporary -> {
          try (OutputStream out = Files.newOutputStream(temporary)) {
            ChartUtils.writeChartAsPNG(out, chart(), WIDTH, HEIGHT);
          }
        });
  }

  private JFreeChart chart() {
    XYPlot plot = new XYPlot();
    NumberAxis epochs = axis("Epoch");
    epochs.setAutoRangeIncludesZero(false);
    epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    plot.setDomainAxis(epochs);
    plot.setDataset(0, losses());
    plot.setRangeAxis(0, axis("Loss (mean of the epoch's steps)"));
    plot.setRenderer(0, lossRenderer());
    plot.setDataset(1, dice());
    NumberAxis diceAxis = axis("Dice (mean of the validation cases)");
    diceAxis.setRange(0, 1);
    plot.setRangeAxis(1, diceAxis);
    plot.setRenderer(1, diceRenderer());
    plot.mapDatasetToRangeAxis(1, 1);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(new Color(0xDDDDDD));
    plot.setDomainGridlinesVisible(false);
    plot.setOutlineVisible(false);
    JFreeChart chart = new JFreeChart(title(), font(Font.BOLD, 16), plot, true);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(10, 10, 10, 10));
    chart.getLegend().setPosition(RectangleEdge.BOTTOM);
    chart.getLegend().setItemFont(font(Font.PLAIN, 13));
    chart.getLegend().setFrame(BlockBorder.NONE);
    return chart;
  }

  private String title() {
    String done = "Epoch " + history.epochs().size();
    return history
        .best()
        .map(
            best ->
                String.format(
                    Locale.ROOT,
                    "%s, best mean Dice %.4f after epoch %d",
                    done,
                    best.validation().orElseThrow().mean(),
                    best.epoch()))
        .orElse(done);
  }

  private XYSeriesCollection losses() {
    XYSeriesCollection losses = new XYSeriesCollection();
    losses.addSeries(loss("Loss", StepLosses::total));
    // without an edge stream the loss has one part only
    if (history.epochs().stream().anyMatch(e -> e.losses().edge() != 0)) {
      losses.addSeries(loss("semantic", StepLosses::semantic));
      losses.addSeries(loss("edge", StepLosses::edge));
      losses.addSeries(loss("consistency", StepLosses::consistency));
    }
    return losses;
  }

  private XYSeries loss(String name, ToDoubleFunction<StepLosses> part) {
    XYSeries series = new XYSeries(name);
    history.epochs().forEach(e -> series.add(e.epoch(), part.applyAsDouble(e.losses())));
    return series;
  }

  private XYSeriesCollection dice() {
    XYSeriesCollection dice = new XYSeriesCollection();
    XYSeries mean = new XYSeries("mean Dice");
    dice.addSeries(mean);
    for (int k = 0; k < classes.size(); k++) {
      // numbered, for a series needs a name of its own
      dice.addSeries(new XYSeries("Dice " + (k + 1) + ": " + classes.get(k)));
    }
    for (EpochRecord epoch : history.epochs()) {
      epoch
          .validation()
          .ifPresent(
              scores -> {
                mean.add(epoch.epoch(), scores.mean());
                for (int k = 0; k < classes.size(); k++) {
                  double value = scores.dice().get(k);
                  dice.getSeries(k + 1).add(epoch.epoch(), Double.isNaN(value) ? null : value);
                }
              });
    }
    return dice;
  }

  private XYLineAndShapeRenderer lossRenderer() {
    // a single epoch makes no line
    boolean dots = history.epochs().size() == 1;
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, dots);
    for (int i = 0; i < LOSS_COLOURS.length; i++) {
      renderer.setSeriesPaint(i, LOSS_COLOURS[i]);
      renderer.setSeriesStroke(i, new BasicStroke(i == 0 ? 2.5f : 1.5f));
    }
    return renderer;
  }

  private XYLineAndShapeRenderer diceRenderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    for (int i = 0; i <= classes.size(); i++) {
      renderer.setSeriesPaint(i, DICE_COLOURS[i % DICE_COLOURS.length]);
      renderer.setSeriesStroke(
          i,
          new BasicStroke(
              i == 0 ? 2.5f : 1.5f,
              BasicStroke.CAP_ROUND,
              BasicStroke.JOIN_ROUND,
              1,
              new float[] {6, 4},
              0));
      double radius = i == 0 ? 4 : 3;
      renderer.setSeriesShape(i, new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
    }
    return renderer;
  }

  private static NumberAxis axis(String label) {
    NumberAxis axis = new NumberAxis(label);
    axis.setLabelFont(font(Font.PLAIN, 14));
    axis.setTickLabelFont(font(Font.PLAIN, 12));
    return axis;
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }
}
