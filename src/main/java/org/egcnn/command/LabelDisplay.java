/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.ImagePlus;
import ij.process.LUT;
import java.awt.Color;
import org.egcnn.evaluate.ClassColours;

/** How images of label values are shown. */
final class LabelDisplay {
  /** The name of the colours, Okabe and Ito's, which every colour vision can tell apart. */
  static final String LUT_NAME = "Okabe-Ito";

  private LabelDisplay() {}

  /** The colour of a label value; 0, the background, is black. */
  static Color colour(int value) {
    return value == 0 ? Color.BLACK : ClassColours.of(value - 1);
  }

  /** Gives an image of label values its colours. */
  static void colour(ImagePlus labels) {
    byte[] red = new byte[256];
    byte[] green = new byte[256];
    byte[] blue = new byte[256];
    for (int value = 0; value < 256; value++) {
      Color colour = colour(value);
      red[value] = (byte) colour.getRed();
      green[value] = (byte) colour.getGreen();
      blue[value] = (byte) colour.getBlue();
    }
    labels.setLut(new LUT(8, 256, red, green, blue));
    labels.setDisplayRange(0, 255);
    labels.setProp("LUT", LUT_NAME);
  }
}
