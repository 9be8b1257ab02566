/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import org.egcnn.report.OkabeIto;

/** How the curves of a backbone and variant are drawn: 24 that differ in colour or dashes. */
final class VariantLines {
  private static final Color[] COLOURS = {
    OkabeIto.BLUE,
    OkabeIto.VERMILION,
    OkabeIto.GREEN,
    OkabeIto.PURPLE,
    OkabeIto.ORANGE,
    OkabeIto.SKY_BLUE,
    OkabeIto.OCHRE,
    Color.BLACK
  };

  private static final Stroke[] STROKES = {
    new BasicStroke(1.6f), dashed(7, 4), dashed(2, 3),
  };

  private VariantLines() {}

  private static Stroke dashed(float... dashes) {
    return new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }

  /**
   * The colour of a row. From the ninth on colours come again, with dashes.
   *
   * @param index its place among the rows of all backbones and variants
   */
  static Color colour(int index) {
    return COLOURS[index % COLOURS.length];
  }

  /**
   * The stroke of a row: solid for the first eight, then two kinds of dashes.
   *
   * @param index its place among the rows of all backbones and variants
   */
  static Stroke stroke(int index) {
    return STROKES[index / COLOURS.length % STROKES.length];
  }
}
