/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/**
 * A table as a picture: title, header, rows, with rules as in print.
 *
 * @param table the table
 */
record TablePicture(Table table) {
  private static final int LINE = 24;
  private static final int GAP = 26;

  private int[] widths() {
    int[] widths = new int[table.header().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = PictureText.width(PictureText.HEADER, table.header().get(i));
      for (List<String> row : table.texts()) {
        widths[i] = Math.max(widths[i], PictureText.width(PictureText.PLAIN, row.get(i)));
      }
    }
    return widths;
  }

  /** The picture's width in pixels. */
  int width() {
    int width = -GAP;
    for (int column : widths()) {
      width += column + GAP;
    }
    return Math.max(width, PictureText.width(PictureText.TITLE, table.title()));
  }

  /** The picture's height in pixels. */
  int height() {
    return LINE * (table.texts().size() + 2) + LINE / 2;
  }

  /** Draws the table with its upper left corner at a point. */
  void draw(Graphics2D graphics, int x, int y) {
    int[] widths = widths();
    graphics.setColor(Color.BLACK);
    graphics.setFont(PictureText.TITLE);
    graphics.drawString(table.title(), x, y + 18);
    int top = y + LINE;
    int right = x + width();
    graphics.drawLine(x, top + 4, right, top + 4);
    graphics.setFont(PictureText.HEADER);
    row(graphics, table.header(), widths, x, top + LINE - 2);
    graphics.drawLine(x, top + LINE + 4, right, top + LINE + 4);
    graphics.setFont(PictureText.PLAIN);
    int baseline = top + LINE;
    for (List<String> cells : table.texts()) {
      baseline += LINE;
      row(graphics, cells, widths, x, baseline - 1);
    }
    graphics.drawLine(x, baseline + 6, right, baseline + 6);
  }

  private void row(Graphics2D graphics, List<String> cells, int[] widths, int x, int baseline) {
    int left = x;
    for (int i = 0; i < widths.length; i++) {
      int shift =
          table.isNumber(i) ? widths[i] - PictureText.width(graphics.getFont(), cells.get(i)) : 0;
      graphics.drawString(cells.get(i), left + shift, baseline);
      left += widths[i] + GAP;
    }
  }
}
