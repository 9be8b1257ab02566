/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.BasicStroke;
import java.awt.Graphics2D;

/** The colours of boundary errors in mm, how the reference is drawn, and a scale bar. */
record ErrorLegend(DivergingColours colours, TileFrame frame) implements TileGrid.Legend {
  private static final int LINE = 20;
  private static final int BAR_WIDTH = 220;
  private static final int BAR_HEIGHT = 12;

  @Override
  public int height() {
    return 4 * LINE;
  }

  @Override
  public void draw(Graphics2D g, int left, int top) {
    int x = left + 30;
    for (int i = 0; i < BAR_WIDTH; i++) {
      g.setColor(colours.of((2.0 * i / (BAR_WIDTH - 1) - 1) * colours.limit()));
      g.fillRect(x + i, top, 1, BAR_HEIGHT);
    }
    g.setColor(TileGrid.TEXT);
    g.setStroke(new BasicStroke(1));
    g.drawRect(x, top, BAR_WIDTH, BAR_HEIGHT);
    g.setFont(TileGrid.PLAIN);
    int y = top + BAR_HEIGHT + LINE - 5;
    centred(g, "−" + Millimetres.text(colours.limit()), x, y);
    centred(g, "0", x + BAR_WIDTH / 2, y);
    centred(g, "+" + Millimetres.text(colours.limit()), x + BAR_WIDTH, y);
    int beside = x + BAR_WIDTH + 40;
    g.drawString("Predicted border: − inside the reference, + outside", beside, top + 11);
    g.setColor(BoundaryErrorFigure.REFERENCE_KEY);
    g.setStroke(BoundaryErrorFigure.REFERENCE);
    g.drawLine(beside, y - 5, beside + 36, y - 5);
    g.setColor(TileGrid.TEXT);
    g.drawString("border of the reference", beside + 46, y);
    new ScaleBar(frame).draw(g, left, y + LINE + 6);
  }

  private static void centred(Graphics2D g, String text, int x, int y) {
    g.drawString(text, x - g.getFontMetrics().stringWidth(text) / 2, y);
  }
}
