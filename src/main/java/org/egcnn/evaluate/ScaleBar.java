/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.Graphics2D;

/** A black bar that shows how long some millimetres are in a figure's tiles. */
record ScaleBar(TileFrame frame) {
  private static final int THICKNESS = 4;

  /**
   * Draws the bar and its length.
   *
   * @param x the bar's left end
   * @param y the text's base line
   * @return the x at which something else may follow
   */
  int draw(Graphics2D g, int x, int y) {
    int length = (int) Math.round(frame.barMm() * frame.pixelsPerMm());
    g.setFont(TileGrid.PLAIN);
    g.setColor(TileGrid.TEXT);
    g.fillRect(x, y - THICKNESS - 2, length, THICKNESS);
    String text = Millimetres.text(frame.barMm());
    g.drawString(text, x + length + 8, y);
    return x + length + 8 + g.getFontMetrics().stringWidth(text) + 24;
  }
}
