/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The learning curves of all runs in one picture: the semantic loss above, the validation Dice
 * below, over epochs; the runs of a backbone and variant share a colour.
 */
final class LearningCurves {
  private static final Color GRID = new Color(0xDDDDDD);
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 760;

  private final XYSeriesCollection loss = new XYSeriesCollection();
  private final XYSeriesCollection dice = new XYSeriesCollection();
  private final List<String> groups = new ArrayList<>();
  private final List<Integer> groupOfSeries = new ArrayList<>();

  private LearningCurves() {}

  /** Draws runs. Works without a screen. */
  static BufferedImage draw(List<FinishedRun> runs) {
    LearningCurves curves = new LearningCurves();
    runs.stream().filter(run -> run.plan().trains()).forEach(curves::add);
    return curves.chart().createBufferedImage(WIDTH, HEIGHT);
  }

  private void add(FinishedRun run) {
    RunKey key = run.plan().key();
    String group = key.backbone().label() + ", " + key.variant();
    if (!groups.contains(group)) {
      groups.add(group);
    }
    groupOfSeries.add(groups.indexOf(group));
    // a series needs a name of its own
    XYSeries losses = new XYSeries(key.name());
    XYSeries scores = new XYSeries(key.name());
    for (SavedHistory.SavedEpoch epoch : run.history().epochs()) {
      losses.add(epoch.epoch(), epoch.semanticLoss());
      if (!Double.isNaN(epoch.dice())) {
        scores.add(epoch.epoch(), epoch.dice());
      }
    }
    loss.addSeries(losses);
    dice.addSeries(scores);
  }

  private JFreeChart chart() {
    NumberAxis epochs = axis("Epoch");
    epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    epochs.setAutoRangeIncludesZero(false);
    epochs.setAutoRangeMinimumSize(1);
    NumberAxis score = axis("Validation Dice");
    score.setAutoRangeIncludesZero(false);
    CombinedDomainXYPlot both = new CombinedDomainXYPlot(epochs);
    both.setGap(16);
    both.add(plot(loss, axis("Semantic loss"), true), 1);
    both.add(plot(dice, score, false), 1);
    JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, both, true);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(10, 10, 10, 10));
    chart.getLegend().setFrame(BlockBorder.NONE);
    chart.getLegend().setItemFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    return chart;
  }

  private static NumberAxis axis(String label) {
    NumberAxis axis = new NumberAxis(label);
    axis.setLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    axis.setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    return axis;
  }

  private XYPlot plot(XYSeriesCollection series, NumberAxis range, boolean inLegend) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    // in the legend a group's first run stands for all of them
    renderer.setLegendItemLabelGenerator((data, i) -> groups.get(groupOfSeries.get(i)));
    Stroke stroke = new BasicStroke(1.6f);
    for (int i = 0; i < series.getSeriesCount(); i++) {
      int group = groupOfSeries.get(i);
      renderer.setSeriesPaint(i, VariantColours.of(group));
      renderer.setSeriesStroke(i, stroke);
      renderer.setSeriesShape(i, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
      boolean first = groupOfSeries.indexOf(group) == i;
      renderer.setSeriesVisibleInLegend(i, inLegend && first);
    }
    XYPlot plot = new XYPlot(series, null, range, renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(GRID);
    plot.setDomainGridlinesVisible(false);
    plot.setOutlineVisible(false);
    return plot;
  }
}
