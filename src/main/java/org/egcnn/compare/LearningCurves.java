/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.egcnn.report.ChartStyle;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The learning curves of all runs in one picture: the semantic loss above, the validation Dice
 * below, over epochs; the runs of a backbone and variant share a kind of line.
 */
final class LearningCurves {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 760;

  /** From how many points on a line goes without dots. */
  private static final int LONG = 30;

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
    CombinedDomainXYPlot both = new CombinedDomainXYPlot(ChartStyle.epochAxis());
    both.setGap(16);
    // the first epochs' losses would leave no room for the others on a linear axis
    both.add(plot(loss, ChartStyle.named(ChartStyle.lossAxis(true), "Semantic loss"), true));
    NumberAxis score = ChartStyle.diceAxis();
    score.setAutoRange(true);
    score.setAutoRangeIncludesZero(false);
    // a single score would be labelled with the same number all over
    score.setAutoRangeMinimumSize(0.02);
    both.add(plot(dice, score, false));
    return ChartStyle.chart(both);
  }

  private XYPlot plot(XYSeriesCollection series, ValueAxis range, boolean inLegend) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    // in the legend a group's first run stands for all of them
    renderer.setLegendItemLabelGenerator((data, i) -> groups.get(groupOfSeries.get(i)));
    // dashes need some length to be seen
    renderer.setLegendLine(new Line2D.Double(-14, 0, 14, 0));
    for (int i = 0; i < series.getSeriesCount(); i++) {
      int group = groupOfSeries.get(i);
      renderer.setSeriesPaint(i, VariantLines.colour(group));
      renderer.setSeriesStroke(i, VariantLines.stroke(group));
      renderer.setSeriesShape(i, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
      // dots are for a course too short to be a line
      renderer.setSeriesShapesVisible(i, series.getItemCount(i) < LONG);
      boolean first = groupOfSeries.indexOf(group) == i;
      renderer.setSeriesVisibleInLegend(i, inLegend && first);
    }
    XYPlot plot = new XYPlot(series, null, range, renderer);
    return ChartStyle.plain(plot);
  }
}
