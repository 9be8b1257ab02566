/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Tiles in rows and columns with their titles on white paper, and a legend below.
 *
 * @param columns the columns' titles
 * @param rows the rows, each with a tile for each column
 * @param legend drawn below
 */
record TileGrid(List<String> columns, List<Row> rows, Legend legend) {
  static final Color TEXT = new Color(0x1B1F24);
  static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 13);
  private static final int MARGIN = 16;
  private static final int GAP = 6;
  private static final int LINE = 20;
  private static final int LEAST_WIDTH = 560;

  /**
   * A row.
   *
   * @param title stands above it
   * @param tiles all of one size
   */
  record Row(String title, List<BufferedImage> tiles) {}

  /** What explains the colours. */
  interface Legend {
    /** Its height in pixels. */
    int height();

    /** Draws it with its upper left corner at a point. */
    void draw(Graphics2D g, int x, int y);
  }

  BufferedImage draw() {
    int tileWidth = rows.get(0).tiles().get(0).getWidth();
    int tileHeight = rows.get(0).tiles().get(0).getHeight();
    int wide = columns.size() * (tileWidth + GAP) - GAP;
    int width = Math.max(LEAST_WIDTH, wide) + 2 * MARGIN;
    int height =
        2 * MARGIN + LINE + rows.size() * (LINE + tileHeight + GAP) + GAP + legend.height();
    BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = paper.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    g.setColor(TEXT);
    g.setFont(BOLD);
    for (int i = 0; i < columns.size(); i++) {
      int x = MARGIN + i * (tileWidth + GAP);
      g.drawString(fit(g, columns.get(i), tileWidth), x, MARGIN + LINE - 7);
    }
    int y = MARGIN + LINE;
    g.setFont(PLAIN);
    for (Row row : rows) {
      g.setColor(TEXT);
      g.drawString(fit(g, row.title(), width - 2 * MARGIN), MARGIN, y + LINE - 6);
      for (int i = 0; i < row.tiles().size(); i++) {
        g.drawImage(row.tiles().get(i), MARGIN + i * (tileWidth + GAP), y + LINE, null);
      }
      y += LINE + tileHeight + GAP;
    }
    legend.draw(g, MARGIN, y + GAP);
    g.dispose();
    return paper;
  }

  /** A text cut so that it does not run into the next one. */
  private static String fit(Graphics2D g, String text, int width) {
    String shown = text;
    while (shown.length() > 1 && g.getFontMetrics().stringWidth(shown) > width) {
      shown = shown.substring(0, shown.length() - 2) + "…";
    }
    return shown;
  }
}
