/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.awt.Color;

/** A colour for each backbone and variant, the same in all figures. */
final class VariantColours {
  /** The colours of Okabe and Ito 2008, which colour-blind people tell apart; ochre for yellow. */
  private static final Color[] COLOURS = {
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0xE69F00),
    new Color(0x56B4E9),
    new Color(0x8C6D1F),
    Color.BLACK
  };

  private VariantColours() {}

  /**
   * The colour of a row.
   *
   * @param index its place among the rows of all backbones and variants
   */
  static Color of(int index) {
    return COLOURS[index % COLOURS.length];
  }
}
