/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Scanner;
import org.scijava.Context;
import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/**
 * Opens and saves images as text, as SCIFIO does with its formats: files that end with .vox, and
 * OME-TIFF by name, though not by content. A file's name tells what to do wrong: lossy, silent,
 * broken, twofold, unsized.
 */
public class VoxPlugin extends AbstractIOPlugin<ImagePlus> {

  /** Makes a context's services find the plugin. */
  public static void register(Context context) {
    context
        .service(PluginService.class)
        .addPlugin(new PluginInfo<>(VoxPlugin.class, IOPlugin.class));
  }

  @Override
  public Class<ImagePlus> getDataType() {
    return ImagePlus.class;
  }

  private static boolean knows(Location location) {
    return location instanceof FileLocation file
        && file.getFile().getName().matches(".*\\.(vox|ome\\.tif|tif)");
  }

  @Override
  public boolean supportsOpen(Location source) {
    return knows(source);
  }

  @Override
  public boolean supportsSave(Location destination) {
    return knows(destination);
  }

  @Override
  public ImagePlus open(Location source) throws IOException {
    Path file = ((FileLocation) source).getFile().toPath();
    try (Scanner in =
        new Scanner(Files.readString(file, StandardCharsets.ISO_8859_1)).useLocale(Locale.ROOT)) {
      if (!in.hasNext("vox")) {
        return IJ.createHyperStack("foreign", 5, 4, 3, 2, 1, 8);
      }
      in.next();
      int width = in.nextInt();
      int height = in.nextInt();
      int channels = in.nextInt();
      int slices = in.nextInt();
      int depth = in.nextInt();
      ImagePlus image = IJ.createHyperStack("vox", width, height, channels, slices, 1, depth);
      Calibration calibration = image.getCalibration();
      calibration.pixelWidth = in.nextDouble();
      calibration.pixelHeight = in.nextDouble();
      calibration.pixelDepth = in.nextDouble();
      calibration.setUnit(in.next());
      for (int i = 1; i <= image.getStackSize(); i++) {
        ImageProcessor pixels = image.getStack().getProcessor(i);
        for (int p = 0; p < pixels.getPixelCount(); p++) {
          pixels.setf(p, in.nextFloat());
        }
      }
      return image;
    }
  }

  @Override
  public void save(ImagePlus image, Location destination) throws IOException {
    Path file = ((FileLocation) destination).getFile().toPath();
    String name = file.getFileName().toString();
    if (name.contains("silent")) {
      return;
    }
    if (name.contains("broken")) {
      throw new IllegalStateException("no codec");
    }
    if (name.contains("twofold")) {
      Files.createFile(file.resolveSibling(name + ".more"));
    }
    Calibration calibration = image.getCalibration();
    StringBuilder text = new StringBuilder("vox ");
    text.append(image.getWidth()).append(' ').append(image.getHeight()).append(' ');
    text.append(image.getNChannels()).append(' ').append(image.getNSlices()).append(' ');
    text.append(image.getBitDepth()).append(' ');
    if (name.contains("unsized")) {
      text.append("1 1 1 pixel");
    } else {
      text.append(calibration.pixelWidth).append(' ').append(calibration.pixelHeight).append(' ');
      text.append(calibration.pixelDepth).append(' ').append(calibration.getUnit());
    }
    for (int i = 1; i <= image.getStackSize(); i++) {
      ImageProcessor pixels = image.getStack().getProcessor(i);
      for (int p = 0; p < pixels.getPixelCount(); p++) {
        float value = pixels.getf(p);
        text.append(' ').append(name.contains("lossy") ? Math.round(value / 4) * 4 : value);
      }
    }
    Files.writeString(file, text);
  }
}
