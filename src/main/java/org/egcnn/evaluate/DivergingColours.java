/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.Color;

/**
 * Colours for signed numbers: blue below zero, nearly white at zero, vermilion above. Blue and
 * orange-red are told apart with any colour vision, and all shades are light enough to be seen on a
 * dark image.
 *
 * @param limit this and all beyond has the full colour
 */
record DivergingColours(double limit) {
  private static final Color LOW = new Color(0x2A7FFF);
  private static final Color ZERO = new Color(0xF4F4F4);
  private static final Color HIGH = new Color(0xFF4B1F);

  /** The colour of a number other than NaN. */
  Color of(double value) {
    double share = Math.min(1, Math.abs(value) / limit);
    Color end = value < 0 ? LOW : HIGH;
    return new Color(
        between(ZERO.getRed(), end.getRed(), share),
        between(ZERO.getGreen(), end.getGreen(), share),
        between(ZERO.getBlue(), end.getBlue(), share));
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }
}
