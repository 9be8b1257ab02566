/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import org.egcnn.task.BadInputException;

/** Copies volumes into ImageJ hyperstacks; see {@link ImagePlusVolume#toImagePlus}. */
final class VolumeHyperStack {
  private VolumeHyperStack() {}

  /**
   * A volume as a hyperstack, channels before slices.
   *
   * @throws BadInputException if it is too large for ImageJ
   */
  static ImagePlus of(Volume volume, String title) throws BadInputException {
    Grid grid = volume.grid();
    if (grid.width() * grid.height() > Integer.MAX_VALUE - 8
        || grid.depth() * volume.channels() > Integer.MAX_VALUE - 8) {
      throw new BadInputException(title + ": it is too large for ImageJ. Crop it");
    }
    int depth = (int) grid.depth();
    int channels = volume.channels();
    VoxelType type = VoxelType.of(volume.image().firstElement());
    ImageStack stack = new ImageStack((int) grid.width(), (int) grid.height());
    for (int z = 0; z < depth; z++) {
      for (int c = 0; c < channels; c++) {
        stack.addSlice("", pixels(volume, type, z, c));
      }
    }
    ImagePlus image = new ImagePlus(title, stack);
    image.setDimensions(channels, depth, 1);
    image.setCalibration(calibration(grid));
    resetDisplayRange(image);
    if (channels == 1) {
      return image;
    }
    ImagePlus composite = new CompositeImage(image, CompositeImage.GRAYSCALE);
    composite.setOpenAsHyperStack(true);
    return composite;
  }

  private static Object pixels(Volume volume, VoxelType type, int z, int c) {
    RandomAccessibleInterval<? extends RealType<?>> image = volume.image();
    Cursor<? extends RealType<?>> voxels =
        Views.flatIterable(
                Views.hyperSlice(Views.hyperSlice(image, 3, image.min(3) + c), 2, image.min(2) + z))
            .cursor();
    int count = (int) (image.dimension(0) * image.dimension(1));
    switch (type) {
      case UINT8 -> {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
          bytes[i] = (byte) voxels.next().getRealDouble();
        }
        return bytes;
      }
      case UINT16 -> {
        short[] shorts = new short[count];
        for (int i = 0; i < count; i++) {
          shorts[i] = (short) voxels.next().getRealDouble();
        }
        return shorts;
      }
      default -> {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
          floats[i] = voxels.next().getRealFloat();
        }
        return floats;
      }
    }
  }

  private static Calibration calibration(Grid grid) {
    Affine affine = grid.affine();
    double[] spacing = grid.spacing();
    Calibration calibration = new Calibration();
    calibration.setUnit("mm");
    calibration.pixelWidth = spacing[0];
    calibration.pixelHeight = spacing[1];
    calibration.pixelDepth = spacing[2];
    if (affine.get(0, 0) == spacing[0]
        && affine.get(1, 1) == spacing[1]
        && affine.get(2, 2) == spacing[2]) {
      calibration.xOrigin = -affine.get(0, 3) / spacing[0];
      calibration.yOrigin = -affine.get(1, 3) / spacing[1];
      calibration.zOrigin = -affine.get(2, 3) / spacing[2];
    }
    return calibration;
  }

  /** Shows the middle slice's range, as the first is often empty. */
  private static void resetDisplayRange(ImagePlus image) {
    ImageProcessor middle = image.getStack().getProcessor(image.getStackSize() / 2 + 1);
    middle.resetMinAndMax();
    image.setDisplayRange(middle.getMin(), middle.getMax());
  }
}
