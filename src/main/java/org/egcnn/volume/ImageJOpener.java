/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;
import java.nio.file.Path;
import java.util.function.Function;
import org.egcnn.task.BadInputException;

/** ImageJ's opener, without windows: what it would show as an error is thrown. */
final class ImageJOpener {
  private ImageJOpener() {}

  /**
   * Opens a TIFF file.
   *
   * @throws BadInputException if ImageJ cannot
   */
  static ImagePlus openTiff(Path file) throws BadInputException {
    Path absolute = file.toAbsolutePath();
    return open(
        file,
        opener -> opener.openTiff(absolute.getParent() + "/", absolute.getFileName().toString()));
  }

  /**
   * Opens a file of any format ImageJ itself reads.
   *
   * @throws BadInputException if ImageJ cannot
   */
  static ImagePlus open(Path file) throws BadInputException {
    return open(file, opener -> opener.openImage(file.toAbsolutePath().toString()));
  }

  /** Whether the file's content is of a format of images that ImageJ itself reads. */
  static boolean accepts(Path file) {
    return switch (new Opener().getFileType(file.toAbsolutePath().toString())) {
      case Opener.TIFF,
          Opener.DICOM,
          Opener.TIFF_AND_DICOM,
          Opener.FITS,
          Opener.PGM,
          Opener.PNG,
          Opener.GIF,
          Opener.BMP,
          Opener.JPEG ->
          true;
      default -> false;
    };
  }

  private static ImagePlus open(Path file, Function<Opener, ImagePlus> opening)
      throws BadInputException {
    Opener opener = new Opener();
    opener.setSilentMode(true);
    IJ.redirectErrorMessages(true);
    ImagePlus image;
    try {
      image = opening.apply(opener);
    } catch (OutOfMemoryError e) {
      throw new BadInputException(
          file,
          "its voxels need more memory than Java has",
          "Give Java more memory (-Xmx, or Edit > Options > Memory & Threads)",
          e);
    } finally {
      IJ.redirectErrorMessages(false);
    }
    if (image == null) {
      throw new BadInputException(
          file, "ImageJ cannot open it", "Convert it to .nii.gz, .nrrd, .mha or .tif");
    }
    return image;
  }
}
