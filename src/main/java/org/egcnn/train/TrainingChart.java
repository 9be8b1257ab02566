/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.egcnn.engine.StepLosses;
import org.egcnn.report.ChartStyle;
import org.egcnn.report.OkabeIto;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The course of a training as a chart that grows: the parts of the loss above, Dice of the classes
 * below, over epochs; and thin lines for the losses of the running epoch's steps. Drawn alike in a
 * file and in a window, which must use it in one thread.
 */
public final class TrainingChart {

  /** A part of the loss. */
  private record Part(String name, ToDoubleFunction<StepLosses> value) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("loss", StepLosses::total),
          new Part("semantic", StepLosses::semantic),
          new Part("edge", StepLosses::edge),
          new Part("consistency", StepLosses::consistency));

  private static final Color[] LOSS_COLOURS = {
    Color.BLACK, OkabeIto.BLUE, OkabeIto.ORANGE, OkabeIto.PURPLE
  };

  private static final Color[] DICE_COLOURS = {
    Color.BLACK,
    OkabeIto.GREEN,
    OkabeIto.VERMILION,
    OkabeIto.SKY_BLUE,
    OkabeIto.PURPLE,
    OkabeIto.OCHRE,
    OkabeIto.BLUE
  };

  private static final Stroke MAIN = new BasicStroke(2.5f);
  private static final Stroke OTHER = new BasicStroke(1.6f);
  private static final Stroke THIN = new BasicStroke(1);
  private static final int TRACE_OPACITY = 130;

  private final List<Part> parts;
  private final XYSeriesCollection losses = new XYSeriesCollection();
  private final XYSeriesCollection trace = new XYSeriesCollection();
  private final XYSeriesCollection dice = new XYSeriesCollection();
  private final XYLineAndShapeRenderer lossRenderer = new XYLineAndShapeRenderer(true, true);
  private final XYPlot lossPlot = new XYPlot();
  private final JFreeChart chart;

  /**
   * A chart without points.
   *
   * @param classes the classes' names, in the scores' order
   * @param edgeStream whether the loss has more parts than one
   */
  public TrainingChart(List<String> classes, boolean edgeStream) {
    this.parts = edgeStream ? PARTS : PARTS.subList(0, 1);
    for (Part part : parts) {
      losses.addSeries(new XYSeries(part.name()));
      trace.addSeries(new XYSeries(part.name() + " of the running epoch"));
    }
    dice.addSeries(new XYSeries("mean Dice"));
    for (int k = 0; k < classes.size(); k++) {
      // numbered, for a series needs a name of its own
      dice.addSeries(new XYSeries((k + 1) + ": " + classes.get(k)));
    }
    lossPlot.setDataset(0, losses);
    lossPlot.setRenderer(0, lossRenderer);
    style(lossRenderer, LOSS_COLOURS, parts.size());
    lossPlot.setDataset(1, trace);
    lossPlot.setRenderer(1, traceRenderer());
    setLogarithmic(false);
    CombinedDomainXYPlot both = new CombinedDomainXYPlot(ChartStyle.epochAxis());
    both.setGap(16);
    both.add(ChartStyle.plain(lossPlot), 3);
    both.add(ChartStyle.plain(dicePlot()), 2);
    chart = ChartStyle.chart(both);
  }

  private XYPlot dicePlot() {
    XYPlot plot = new XYPlot();
    plot.setDataset(dice);
    plot.setRangeAxis(ChartStyle.diceAxis());
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    style(renderer, DICE_COLOURS, dice.getSeriesCount());
    plot.setRenderer(renderer);
    return plot;
  }

  private static void style(XYLineAndShapeRenderer renderer, Color[] colours, int count) {
    for (int i = 0; i < count; i++) {
      double radius = i == 0 ? 3.5 : 2.5;
      // the mean has its own colour; those of the classes come again when they are used up
      int colour = i == 0 ? 0 : 1 + (i - 1) % (colours.length - 1);
      renderer.setSeriesPaint(i, colours[colour]);
      renderer.setSeriesStroke(i, i == 0 ? MAIN : OTHER);
      renderer.setSeriesShape(i, new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
    }
  }

  private XYLineAndShapeRenderer traceRenderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    for (int i = 0; i < parts.size(); i++) {
      Color colour = LOSS_COLOURS[i];
      renderer.setSeriesPaint(
          i, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), TRACE_OPACITY));
      renderer.setSeriesStroke(i, THIN);
      renderer.setSeriesVisibleInLegend(i, false);
    }
    return renderer;
  }

  /** The chart to draw. */
  public JFreeChart chart() {
    return chart;
  }

  /** Adds a finished epoch. */
  public void add(EpochRecord epoch) {
    for (int i = 0; i < parts.size(); i++) {
      losses.getSeries(i).add(epoch.epoch(), value(i, epoch.losses()));
    }
    // dots are for a course too short to be a line
    lossRenderer.setDefaultShapesVisible(losses.getItemCount(0) < 30);
    epoch.validation().ifPresent(scores -> add(epoch.epoch(), scores));
  }

  private void add(int epoch, ValidationScores scores) {
    dice.getSeries(0).add(epoch, scores.mean());
    for (int k = 0; k < scores.dice().size(); k++) {
      double value = scores.dice().get(k);
      dice.getSeries(k + 1).add(epoch, Double.isNaN(value) ? null : (Double) value);
    }
  }

  /**
   * Adds a point to the thin lines.
   *
   * @param epochs how many epochs have passed, the running one's part included
   */
  public void addStep(double epochs, StepLosses step) {
    for (int i = 0; i < parts.size(); i++) {
      trace.getSeries(i).add(epochs, value(i, step));
    }
  }

  /** A part that is switched off is 0; it has no place on a logarithmic axis, and is not drawn. */
  private Double value(int part, StepLosses losses) {
    double value = parts.get(part).value().applyAsDouble(losses);
    return value > 0 ? (Double) value : null;
  }

  /** Removes the thin lines. */
  public void clearSteps() {
    for (int i = 0; i < parts.size(); i++) {
      trace.getSeries(i).clear();
    }
  }

  /** Whether the losses have a logarithmic axis. */
  public void setLogarithmic(boolean logarithmic) {
    lossPlot.setRangeAxis(ChartStyle.lossAxis(logarithmic));
  }
}
