/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.egcnn.engine.StepLosses;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

class TrainingChartTest {
  private final TrainingChart chart = new TrainingChart(List.of("a", "a"), true);

  private XYPlot plot(int index) {
    return (XYPlot) ((CombinedDomainXYPlot) chart.chart().getPlot()).getSubplots().get(index);
  }

  private static EpochRecord epoch(int epoch, double total, Optional<ValidationScores> scores) {
    StepLosses losses = new StepLosses(total, total / 2, total / 4, 0, 1);
    return new EpochRecord(epoch, 1e-3, losses, 1, scores);
  }

  @Test
  void aHistoryBecomesSeries() {
    chart.add(epoch(1, 2, Optional.empty()));
    chart.add(epoch(2, 1, Optional.of(new ValidationScores(List.of(0.5, Double.NaN), 1))));
    XYDataset losses = plot(0).getDataset(0);
    assertEquals(4, losses.getSeriesCount());
    assertEquals("edge", losses.getSeriesKey(2));
    assertEquals(2, losses.getItemCount(2));
    assertEquals(2, losses.getXValue(2, 1));
    assertEquals(0.25, losses.getYValue(2, 1));
    assertNull(losses.getY(3, 1), "a part that is switched off");
    XYDataset dice = plot(1).getDataset();
    assertEquals("2: a", dice.getSeriesKey(2));
    assertEquals(1, dice.getItemCount(0));
    assertEquals(0.5, dice.getYValue(0, 0));
    assertEquals(0.5, dice.getYValue(1, 0));
    assertNull(dice.getY(2, 0));
  }

  @Test
  void thinLinesComeAndGo() {
    XYDataset trace = plot(0).getDataset(1);
    chart.addStep(0.5, new StepLosses(3, 2, 1, 0, 1));
    assertEquals(0.5, trace.getXValue(1, 0));
    assertEquals(2, trace.getYValue(1, 0));
    chart.clearSteps();
    assertEquals(0, trace.getItemCount(1));
  }

  @Test
  void aPlainNetworkHasOneLoss() {
    TrainingChart plain = new TrainingChart(List.of("a"), false);
    plain.add(epoch(1, 2, Optional.empty()));
    XYPlot losses = (XYPlot) ((CombinedDomainXYPlot) plain.chart().getPlot()).getSubplots().get(0);
    assertEquals(1, losses.getDataset(0).getSeriesCount());
  }

  @Test
  void drawsALogarithmicAxisWhereAPartIsZero() {
    for (int e = 1; e <= 20; e++) {
      chart.add(epoch(e, Math.pow(0.5, e), Optional.empty()));
    }
    chart.setLogarithmic(true);
    BufferedImage picture = chart.chart().createBufferedImage(600, 500);
    assertTrue(plot(0).getRangeAxis() instanceof LogarithmicAxis);
    double lower = plot(0).getRangeAxis().getLowerBound();
    assertTrue(lower > 1e-8 && lower < Math.pow(0.5, 22), "lower bound " + lower);
    // the total falls along a straight line: halfway down at half the way
    assertTrue(blackNear(picture, 315), "no point in the middle");
    chart.setLogarithmic(false);
    assertEquals(0, plot(0).getRangeAxis().getLowerBound());
  }

  private static boolean blackNear(BufferedImage picture, int x) {
    for (int dx = -12; dx <= 12; dx++) {
      for (int y = 60; y < 200; y++) {
        if (picture.getRGB(x + dx, y) == 0xff000000) {
          return true;
        }
      }
    }
    return false;
  }
}
