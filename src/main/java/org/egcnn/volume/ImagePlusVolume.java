/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import java.nio.file.Path;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.egcnn.task.BadInputException;

/**
 * ImageJ images as volumes and back. ImageJ knows no orientation: x, y, z are taken as the world's
 * right, anterior and superior, and the calibration's origin is the world's.
 *
 * <p>Lengths are millimetres, micrometres (also "micron"), nanometres, centimetres, metres or
 * inches as the calibration's unit says; "pixel" and any other unit count as millimetres.
 */
public final class ImagePlusVolume {
  private ImagePlusVolume() {}

  /**
   * One time point of an 8-bit, 16-bit or 32-bit image. The voxels are shared with the image, not
   * copied, unless its stack is virtual or signed. A linear calibration of the grey values, such as
   * Hounsfield units, is applied.
   *
   * @param image slices become z, channels channels
   * @param frame the time point, from 0
   * @throws BadInputException if the image is RGB or has no such time point
   */
  public static Volume of(ImagePlus image, int frame) throws BadInputException {
    return of(image, frame, Optional.empty());
  }

  /**
   * The only time point of an image that came from a file.
   *
   * @throws BadInputException if the image is RGB or has several time points
   */
  static Volume ofFile(ImagePlus image, Path file) throws BadInputException {
    if (image.getNFrames() > 1) {
      throw new BadInputException(
          file,
          "it has " + image.getNFrames() + " time points",
          "Save one alone (Image > Duplicate...), or declare them slices in Image > Properties...");
    }
    return of(image, 0, Optional.of(file));
  }

  private static Volume of(ImagePlus image, int frame, Optional<Path> file)
      throws BadInputException {
    String name = file.map(Path::toString).orElse(image.getTitle());
    VoxelType type = type(image, name);
    if (frame < 0 || frame >= image.getNFrames()) {
      throw new BadInputException(
          name
              + ": it has "
              + image.getNFrames()
              + " time points, not number "
              + (frame + 1)
              + ". Choose one of them");
    }
    Calibration calibration = image.getCalibration();
    RandomAccessibleInterval<? extends RealType<?>> voxels = voxels(image, type, frame);
    if (!calibration.isSigned16Bit() && calibration.getFunction() == Calibration.STRAIGHT_LINE) {
      double[] line = calibration.getCoefficients();
      voxels = LinearScaling.apply(voxels, type, line[1], line[0]);
    }
    Grid grid = grid(calibration, image.getWidth(), image.getHeight(), image.getNSlices());
    return new Volume(voxels, grid, file, Optional.empty());
  }

  private static VoxelType type(ImagePlus image, String name) throws BadInputException {
    return switch (image.getType()) {
      case ImagePlus.GRAY8, ImagePlus.COLOR_256 -> VoxelType.UINT8;
      case ImagePlus.GRAY16 ->
          image.getCalibration().isSigned16Bit() ? VoxelType.INT16 : VoxelType.UINT16;
      case ImagePlus.GRAY32 -> VoxelType.FLOAT32;
      default ->
          throw new BadInputException(
              name
                  + ": it is an RGB image. Convert it to 8-bit, 16-bit or 32-bit, or split its"
                  + " channels");
    };
  }

  /** Where an image's voxels are, as its calibration says. */
  static Grid grid(Calibration c, int width, int height, int slices) {
    double x = side(c.pixelWidth, c.getXUnit());
    double y = side(c.pixelHeight, c.getYUnit());
    double z = side(c.pixelDepth, c.getZUnit());
    return new Grid(
        width,
        height,
        slices,
        new Affine(
            new double[][] {
              {x, 0, 0, -c.xOrigin * x}, {0, y, 0, -c.yOrigin * y}, {0, 0, z, -c.zOrigin * z}
            }));
  }

  private static double side(double length, String unit) {
    double side = Math.abs(length * LengthUnit.inMillimetres(unit));
    return side > 0 && Double.isFinite(side) ? side : 1;
  }

  private static RandomAccessibleInterval<? extends RealType<?>> voxels(
      ImagePlus image, VoxelType type, int frame) {
    int slices = image.getNSlices();
    int channels = image.getNChannels();
    ImageStack stack = image.getStack();
    Object[] planes = new Object[slices * channels];
    for (int c = 0; c < channels; c++) {
      for (int z = 0; z < slices; z++) {
        Object pixels = stack.getPixels(image.getStackIndex(c + 1, z + 1, frame + 1));
        planes[c * slices + z] = type == VoxelType.INT16 ? signed((short[]) pixels) : pixels;
      }
    }
    return PlanarVolumes.wrap(type, planes, image.getWidth(), image.getHeight(), slices, channels);
  }

  /** ImageJ stores signed numbers with 32768 added. */
  private static short[] signed(short[] pixels) {
    short[] result = new short[pixels.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (short) (pixels[i] ^ Short.MIN_VALUE);
    }
    return result;
  }

  /**
   * A volume as an ImageJ hyperstack, calibrated in mm: 8-bit for uint8, 16-bit for uint16, and
   * 32-bit for every other type (whole numbers are exact up to 16 777 216). The orientation is
   * lost; the origin is kept where the axes are the world's.
   *
   * @param title the image's title
   * @throws BadInputException if a slice is too large for ImageJ
   */
  public static ImagePlus toImagePlus(Volume volume, String title) throws BadInputException {
    return VolumeHyperStack.of(volume, title);
  }
}
