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
import java.util.Optional;
import org.egcnn.evaluate.Metric;

/** A comparison as pictures, drawn without a screen. */
final class ComparisonFigure {
  private static final int MARGIN = 24;
  private static final int GAP = 22;

  private ComparisonFigure() {}

  /** The tables of scores and of cost, and below them the differences of each metric. */
  static BufferedImage draw(Comparison comparison) {
    ComparisonTables tables = new ComparisonTables(comparison);
    List<TablePicture> pictures = new ArrayList<>();
    tables.scores().forEach(table -> pictures.add(new TablePicture(table)));
    pictures.add(new TablePicture(tables.cost()));
    return draw(pictures, plots(comparison));
  }

  /** The differences of each metric alone; empty if none was tested. */
  static Optional<BufferedImage> drawDifferences(Comparison comparison) {
    List<DifferencePlot> plots = plots(comparison);
    return plots.isEmpty() ? Optional.empty() : Optional.of(draw(List.of(), plots));
  }

  private static List<DifferencePlot> plots(Comparison comparison) {
    List<DifferencePlot> plots = new ArrayList<>();
    for (Metric metric : ComparedMetric.ALL) {
      List<PairedDifference> differences =
          comparison.tested().stream().filter(d -> d.metric() == metric).toList();
      if (!differences.isEmpty()) {
        plots.add(new DifferencePlot(metric, differences));
      }
    }
    return plots;
  }

  private static BufferedImage draw(List<TablePicture> tables, List<DifferencePlot> plots) {
    int width =
        Math.max(
            tables.stream().mapToInt(TablePicture::width).max().orElse(0),
            plots.stream().mapToInt(DifferencePlot::width).max().orElse(0));
    int height =
        tables.stream().mapToInt(p -> p.height() + GAP).sum()
            + plots.stream().mapToInt(p -> p.height() + GAP).sum();
    BufferedImage image =
        new BufferedImage(width + 2 * MARGIN, height + 2 * MARGIN, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      int y = MARGIN;
      for (TablePicture table : tables) {
        table.draw(graphics, MARGIN, y);
        y += table.height() + GAP;
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
