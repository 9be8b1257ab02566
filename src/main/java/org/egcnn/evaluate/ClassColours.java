/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.Color;
import java.util.List;

/**
 * Colours that people with any colour vision can tell apart: Okabe and Ito's palette (Color
 * Universal Design, 2008) without black, which a dark image would hide, and with the colours first
 * that stand out most from grey.
 */
public final class ClassColours {
  private static final List<Color> PALETTE =
      List.of(
          new Color(0xE69F00), // orange
          new Color(0x56B4E9), // sky blue
          new Color(0xF0E442), // yellow
          new Color(0xCC79A7), // reddish purple
          new Color(0x009E73), // bluish green
          new Color(0xD55E00), // vermilion
          new Color(0x0072B2)); // blue

  private ClassColours() {}

  /**
   * The colour of a class. From the eighth class on colours come again.
   *
   * @param index the class's index, from 0
   */
  public static Color of(int index) {
    return PALETTE.get(index % PALETTE.size());
  }
}
