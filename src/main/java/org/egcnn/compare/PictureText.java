/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** The fonts of the pictures, and how wide a text is in them. */
final class PictureText {
  /** Of titles. */
  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);

  /** Of the headers of tables. */
  static final Font HEADER = new Font(Font.SANS_SERIF, Font.BOLD, 14);

  /** Of everything else. */
  static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, false);

  private PictureText() {}

  /** A text's width in pixels. */
  static int width(Font font, String text) {
    return (int) Math.ceil(font.getStringBounds(text, CONTEXT).getWidth());
  }
}
