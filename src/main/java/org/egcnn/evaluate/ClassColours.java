/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.Color;
import java.util.List;
import org.egcnn.report.OkabeIto;

/**
 * Colours that people with any colour vision can tell apart: Okabe and Ito's palette (Color
 * Universal Design, 2008) without black, which a dark image would hide, and with the colours first
 * that stand out most from grey.
 */
public final class ClassColours {
  private static final List<Color> PALETTE =
      List.of(
          OkabeIto.ORANGE,
          OkabeIto.SKY_BLUE,
          OkabeIto.YELLOW,
          OkabeIto.PURPLE,
          OkabeIto.GREEN,
          OkabeIto.VERMILION,
          OkabeIto.BLUE);

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
