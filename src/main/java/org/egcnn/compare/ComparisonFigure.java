/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.egcnn.evaluate.Metric;

/**
 * The picture {@code comparison.png}: the tables of scores, then the differences of each metric.
 */
final class ComparisonFigure {
  private static final int MARGIN = 24;
  private static final int GAP = 22;

  private ComparisonFigure() {}

  /** Draws a comparison. Works without a screen. */
  static BufferedImage draw(Comparison comparison) {
    ComparisonTables tables = new ComparisonTables(comparison);
    List<TablePicture> pictures = new ArrayList<>();
    tables.scores().forEach(table -> pictures.add(new TablePicture(table)));
    pictures.add(new TablePicture(tables.cost()));
    List<DifferencePlot> plots = new ArrayList<>();
    for (Metric metric : ComparedMetric.ALL) {
      List<PairedDifference> differences =
          comparison.tested().stream().filter(d -> d.metric() == metric).toList();
      if (!differences.isEmpty()) {
        plots.add(new DifferencePlot(metric, differences));
      }
    }
    int width = pictures.stream().mapToInt(TablePicture::width).max().orElseThrow();
    width =
        2 * MARGIN
            + Math.max(width, plots.stream().mapToInt(DifferencePlot::width).max().orElse(0));
    int height = 2 * MARGIN;
    height += pictures.stream().mapToInt(p -> p.height() + GAP).sum();
    height += plots.stream().mapToInt(p -> p.height() + GAP).sum();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, width, height);
      int y = MARGIN;
      for (TablePicture picture : pictures) {
        picture.draw(graphics, MARGIN, y);
        y += picture.height() + GAP;
      }
      for (DifferencePlot plot : plots) {
        plot.draw(graphics, MARGIN, y);
        y += plot.height() + GAP;
      }
    } finally {
      graphics.dispose();
    }
    return image;
  }
}
