/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.process.ImageProcessor;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The outlines of all labels of an image.
 *
 * @param labels an image of label values
 * @param names their names
 */
record Outlines(ImagePlus labels, LabelNames names) {
  private static final String PREFIX = "EG-CNN ";

  /** Draws them as an overlay on the image they belong to, instead of those drawn before. */
  void drawOn(ImagePlus image) {
    Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
    for (int i = overlay.size() - 1; i >= 0; i--) {
      String name = overlay.get(i).getName();
      if (name != null && name.startsWith(PREFIX)) {
        overlay.remove(i);
      }
    }
    for (int frame = 1; frame <= labels.getNFrames(); frame++) {
      for (int slice = 1; slice <= labels.getNSlices(); slice++) {
        add(overlay, image, slice, frame);
      }
    }
    image.setOverlay(overlay);
  }

  private void add(Overlay overlay, ImagePlus image, int slice, int frame) {
    ImageProcessor pixels = labels.getStack().getProcessor(labels.getStackIndex(1, slice, frame));
    SortedSet<Integer> values = new TreeSet<>();
    for (int i = 0; i < pixels.getPixelCount(); i++) {
      values.add((int) pixels.getf(i));
    }
    values.remove(0);
    for (int value : values) {
      SliceOutlines.of(pixels.getWidth(), pixels.getHeight(), i -> pixels.getf(i) == value)
          .ifPresent(
              roi -> {
                SliceOutlines.place(roi, image, slice, frame);
                roi.setStrokeColor(LabelDisplay.colour(value));
                roi.setName(PREFIX + names.of(value));
                overlay.add(roi);
              });
    }
  }
}
