/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The size that all tiles of a figure share, so that lengths can be compared between them.
 *
 * @param width in pixels
 * @param height in pixels
 * @param pixelsPerMm the scale
 */
record TileFrame(int width, int height, double pixelsPerMm) {
  private static final int LONGEST_SIDE = 240;

  /** Round lengths of scale bars, mm. */
  private static final double[] BARS = {
    100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 5e-3, 2e-3, 1e-3, 5e-4, 2e-4, 1e-4
  };

  private static final double LONGEST_BAR = 0.4;

  /**
   * A frame into which each of some areas fits.
   *
   * @param areas the areas to show in mm, at least one
   */
  static TileFrame around(List<Rectangle2D> areas) {
    double width = 0;
    double height = 0;
    for (Rectangle2D area : areas) {
      width = Math.max(width, area.getWidth());
      height = Math.max(height, area.getHeight());
    }
    double scale = LONGEST_SIDE / Math.max(width, height);
    return new TileFrame((int) Math.round(width * scale), (int) Math.round(height * scale), scale);
  }

  /** The length in mm of a scale bar that takes no more than two fifths of a tile's width. */
  double barMm() {
    for (double bar : BARS) {
      if (bar * pixelsPerMm <= LONGEST_BAR * width) {
        return bar;
      }
    }
    return BARS[BARS.length - 1];
  }
}
