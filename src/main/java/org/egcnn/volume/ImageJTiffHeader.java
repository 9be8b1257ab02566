/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import ij.Prefs;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.TiffDecoder;
import ij.measure.Calibration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.egcnn.task.BadInputException;

/**
 * What a TIFF file's directories and the description in the first say, without the voxels: that of
 * ImageJ, or of OME.
 *
 * @param type how ImageJ gives the voxels
 * @param grid where the voxels are
 * @param channels the channels
 * @param frames the time points
 */
record ImageJTiffHeader(VoxelType type, Grid grid, int channels, int frames) {
  private static final String RESAVE = "Open it with Bio-Formats and save it as TIFF from ImageJ";

  /**
   * Reads a file's header.
   *
   * @throws UnsupportedTiffException if only other readers know the kind of TIFF
   * @throws BadInputException if it is no TIFF that ImageJ can read, or too short for its images
   */
  static ImageJTiffHeader read(Path file) throws IOException {
    TiffStructure.check(file);
    Path absolute = file.toAbsolutePath();
    FileInfo[] pages =
        new TiffDecoder(absolute.getParent() + "/", absolute.getFileName().toString())
            .getTiffInfo();
    if (pages == null || pages.length == 0) {
      throw new BadInputException(file, "it holds no image", "Check what the file is");
    }
    FileInfo first = pages[0];
    VoxelType type = type(first, file);
    TiffPages.check(file, pages);
    int count = pages.length == 1 ? Math.max(1, first.nImages) : pages.length;
    Optional<OmePixels> ome = OmePixels.parse(first.description);
    if (ome.isPresent()) {
      return ofOme(ome.get(), type, first, count, file);
    }
    Properties properties = new FileOpener(first).decodeDescriptionString(first);
    int channels = (int) number(properties, "channels", 1);
    int slices = (int) number(properties, "slices", 1);
    int frames = (int) number(properties, "frames", 1);
    if ((long) channels * slices * frames != count) {
      channels = 1;
      slices = count;
      frames = 1;
    }
    Grid grid =
        ImagePlusVolume.grid(calibration(first, properties), first.width, first.height, slices);
    return new ImageJTiffHeader(type, grid, channels, frames);
  }

  private static ImageJTiffHeader ofOme(
      OmePixels ome, VoxelType type, FileInfo first, int count, Path file)
      throws BadInputException {
    if (ome.channels() > 1 || ome.frames() > 1) {
      throw new UnsupportedTiffException(
          file,
          "it is an OME-TIFF of "
              + ome.channels()
              + " channels and "
              + ome.frames()
              + " time points, which ImageJ's reader mixes up",
          RESAVE);
    }
    if (ome.slices() != 0 && ome.slices() != count) {
      throw new UnsupportedTiffException(
          file,
          "it is an OME-TIFF that holds " + count + " of " + ome.slices() + " slices",
          RESAVE);
    }
    Affine affine = Affine.scaling(ome.sides()[0], ome.sides()[1], ome.sides()[2]);
    return new ImageJTiffHeader(
        type, new Grid(first.width, first.height, count, affine), 1, ome.frames());
  }

  private static VoxelType type(FileInfo page, Path file) throws BadInputException {
    return switch (page.fileType) {
      case FileInfo.GRAY8, FileInfo.COLOR8, FileInfo.BITMAP -> VoxelType.UINT8;
      case FileInfo.GRAY16_UNSIGNED, FileInfo.GRAY12_UNSIGNED, FileInfo.GRAY10_UNSIGNED ->
          VoxelType.UINT16;
      case FileInfo.GRAY16_SIGNED -> VoxelType.INT16;
      case FileInfo.GRAY24_UNSIGNED,
          FileInfo.GRAY32_INT,
          FileInfo.GRAY32_UNSIGNED,
          FileInfo.GRAY32_FLOAT,
          FileInfo.GRAY64_FLOAT ->
          VoxelType.FLOAT32;
      default ->
          throw new BadInputException(
              file,
              "it is an RGB image",
              "Convert it to 8-bit, 16-bit or 32-bit, or split its channels");
    };
  }

  /** The calibration that ImageJ gives an image with this header, small centimetres as microns. */
  private static Calibration calibration(FileInfo page, Properties properties) {
    Calibration calibration = new Calibration();
    if (page.pixelWidth > 0 && page.unit != null) {
      boolean small = page.pixelWidth <= (isByImageJ(page) ? 1e-4 : 1e-3);
      double scale = Prefs.convertToMicrons && page.unit.equals("cm") && small ? 1e4 : 1;
      calibration.pixelWidth = page.pixelWidth * scale;
      calibration.pixelHeight = page.pixelHeight * scale;
      // 1 stands for a depth that the file does not say
      calibration.pixelDepth = page.pixelDepth * (page.pixelDepth == 1 ? 1 : scale);
      calibration.setUnit(scale == 1 ? page.unit : "um");
    }
    if (properties != null) {
      calibration.xOrigin = number(properties, "xorigin", 0);
      calibration.yOrigin = number(properties, "yorigin", 0);
      calibration.zOrigin = number(properties, "zorigin", 0);
      calibration.setYUnit(properties.getProperty("yunit"));
      calibration.setZUnit(properties.getProperty("zunit"));
    }
    return calibration;
  }

  private static boolean isByImageJ(FileInfo page) {
    return page.description != null && page.description.startsWith("ImageJ");
  }

  private static double number(Properties properties, String key, double otherwise) {
    try {
      String value = properties == null ? null : properties.getProperty(key);
      return value == null ? otherwise : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      // ImageJ passes over numbers it cannot parse, and both must see the same image.
      return otherwise;
    }
  }
}
