/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.Graphics2D;
import java.util.List;
import org.egcnn.model.LabelClass;

/** The colours of the classes and a scale bar. */
record ClassLegend(List<LabelClass> classes, TileFrame frame) implements TileGrid.Legend {
  private static final int LINE = 20;
  private static final int SWATCH = 12;
  private static final int MOST = 12;

  @Override
  public int height() {
    return (1 + Math.min(MOST + 1, classes.size())) * LINE;
  }

  @Override
  public void draw(Graphics2D g, int left, int top) {
    new ScaleBar(frame).draw(g, left, top + LINE - 6);
    int y = top + LINE;
    for (int k = 0; k < Math.min(MOST, classes.size()); k++) {
      g.setColor(ClassColours.of(k));
      g.fillRect(left, y + (LINE - SWATCH) / 2, SWATCH, SWATCH);
      g.setColor(TileGrid.TEXT);
      g.drawString(classes.get(k).name(), left + SWATCH + 8, y + LINE - 6);
      y += LINE;
    }
    if (classes.size() > MOST) {
      g.drawString("and " + (classes.size() - MOST) + " more classes", left, y + LINE - 6);
    }
  }
}
