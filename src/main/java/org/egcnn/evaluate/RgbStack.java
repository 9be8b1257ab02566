/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.TiffEncoder;
import ij.process.ColorProcessor;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.egcnn.task.AtomicOutput;

/** Colour images of one size as a TIFF stack of ImageJ. */
final class RgbStack {
  private final double pixelMm;
  private ImageStack stack;

  /**
   * An empty stack.
   *
   * @param pixelMm the side of a pixel in mm
   */
  RgbStack(double pixelMm) {
    this.pixelMm = pixelMm;
  }

  /** Adds a slice. */
  void add(String label, BufferedImage slice) {
    if (stack == null) {
      stack = new ImageStack(slice.getWidth(), slice.getHeight());
    }
    stack.addSlice(label, new ColorProcessor(slice));
  }

  /**
   * Writes the slices, at least one.
   *
   * @throws IOException as {@link AtomicOutput#write}
   */
  void write(Path file) throws IOException {
    ImagePlus image = new ImagePlus(file.getFileName().toString(), stack);
    image.getCalibration().setUnit("mm");
    image.getCalibration().pixelWidth = pixelMm;
    image.getCalibration().pixelHeight = pixelMm;
    FileInfo info = image.getFileInfo();
    info.description = new FileSaver(image).getDescriptionString();
    info.sliceLabels = stack.getSliceLabels();
    AtomicOutput.write(
        file,
        temporary -> {
          // FileSaver itself would report an error in a window.
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
            new TiffEncoder(info).write(out);
          }
        });
  }
}
