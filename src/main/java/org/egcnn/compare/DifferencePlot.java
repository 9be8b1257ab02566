/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;
import org.egcnn.evaluate.Metric;
import org.egcnn.report.OkabeIto;

/**
 * The paired differences of one metric with their intervals, one below the other around a line at
 * zero (a forest plot); those that were tested, with their verdicts.
 *
 * @param metric the metric
 * @param differences at least one
 */
record DifferencePlot(Metric metric, List<PairedDifference> differences) {
  private static final int LINE = 28;
  private static final int PLOT = 360;
  private static final int GAP = 24;
  private static final Color FAINT = new Color(0xBBBBBB);

  /** The plot's width in pixels. */
  int width() {
    int verdicts =
        differences.stream()
            .mapToInt(d -> PictureText.width(PictureText.PLAIN, verdict(d)))
            .max()
            .orElseThrow();
    return names() + PLOT + GAP + verdicts;
  }

  private int names() {
    return GAP
        + differences.stream()
            .mapToInt(d -> PictureText.width(PictureText.PLAIN, name(d)))
            .max()
            .orElseThrow();
  }

  private static String name(PairedDifference d) {
    return d.backbone() + ", " + d.variant() + " – " + d.against();
  }

  private static String verdict(PairedDifference d) {
    return ComparedMetric.signed(d.metric(), d.interval().mean())
        + ", "
        + d.verdict().orElseThrow();
  }

  /** The plot's height in pixels. */
  int height() {
    return LINE * (differences.size() + 2) + LINE / 2;
  }

  /** Draws the plot with its upper left corner at a point. */
  void draw(Graphics2D graphics, int x, int y) {
    double reach = reach();
    double middle = x + names() + PLOT / 2.0;
    double scale = 0.46 * PLOT / reach;
    graphics.setColor(Color.BLACK);
    graphics.setFont(PictureText.TITLE);
    graphics.drawString(
        "Difference of "
            + metric.heading()
            + (ComparedMetric.higherIsBetter(metric)
                ? " (above 0 is better)"
                : " (below 0 is better)"),
        x,
        y + 18);
    graphics.setFont(PictureText.PLAIN);
    int top = y + LINE;
    int bottom = top + LINE * differences.size();
    graphics.setColor(FAINT);
    graphics.draw(new Line2D.Double(middle, top, middle, bottom));
    for (int i = 0; i < differences.size(); i++) {
      row(graphics, differences.get(i), x, top + LINE * i + LINE / 2, middle, scale);
    }
    graphics.setColor(Color.DARK_GRAY);
    for (double tick : new double[] {-reach, 0, reach}) {
      String label = tick == 0 ? "0" : ComparedMetric.signed(metric, tick);
      int half = graphics.getFontMetrics().stringWidth(label) / 2;
      double at = middle + tick * scale;
      graphics.draw(new Line2D.Double(at, bottom, at, bottom + 4));
      graphics.drawString(label, (int) at - half, bottom + 20);
    }
  }

  /** The largest end of an interval, to either side. */
  private double reach() {
    double reach =
        differences.stream()
            .mapToDouble(
                d ->
                    Math.max(
                        Math.abs(d.interval().mean()),
                        Math.max(end(d.interval().low()), end(d.interval().high()))))
            .max()
            .orElseThrow();
    return reach > 0 ? reach : 1;
  }

  /** An interval of a single case has no ends. */
  private static double end(double value) {
    return Double.isNaN(value) ? 0 : Math.abs(value);
  }

  private static void row(
      Graphics2D graphics, PairedDifference d, int x, int y, double middle, double scale) {
    graphics.setColor(Color.BLACK);
    graphics.drawString(name(d), x, y + 5);
    graphics.drawString(verdict(d), (int) (middle + PLOT / 2.0) + GAP, y + 5);
    graphics.setColor(
        switch (d.verdict().orElseThrow()) {
          case BETTER -> OkabeIto.GREEN;
          case WORSE -> OkabeIto.VERMILION;
          case NONE_SHOWN -> Color.GRAY;
        });
    graphics.setStroke(new BasicStroke(2.5f));
    if (!Double.isNaN(d.interval().low())) {
      graphics.draw(
          new Line2D.Double(
              middle + scale * d.interval().low(), y, middle + scale * d.interval().high(), y));
    }
    graphics.setStroke(new BasicStroke(1));
    graphics.fill(new Ellipse2D.Double(middle + scale * d.interval().mean() - 5, y - 5, 10, 10));
  }
}
