/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Outlines of parts of an image's slices as ImageJ selections. */
final class SliceOutlines {
  private SliceOutlines() {}

  /**
   * The outline of some pixels.
   *
   * @param width the pixels of a row
   * @param height the number of rows
   * @param inside whether the pixel of an index is inside
   * @return the selection, or nothing where no pixel is inside
   */
  static Optional<Roi> of(int width, int height, IntPredicate inside) {
    byte[] mask = new byte[width * height];
    boolean any = false;
    for (int i = 0; i < mask.length; i++) {
      if (inside.test(i)) {
        mask[i] = (byte) 255;
        any = true;
      }
    }
    if (!any) {
      return Optional.empty();
    }
    ByteProcessor processor = new ByteProcessor(width, height, mask);
    processor.setThreshold(255, 255);
    return Optional.of(ThresholdToSelection.run(new ImagePlus("", processor)));
  }

  /** Binds a selection to a slice and time point of an image, both from 1. */
  static void place(Roi roi, ImagePlus image, int slice, int frame) {
    if (image.getNChannels() > 1 || image.getNFrames() > 1) {
      roi.setPosition(0, slice, frame);
    } else {
      roi.setPosition(slice);
    }
  }
}
