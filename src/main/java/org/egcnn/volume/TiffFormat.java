/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.TiffEncoder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.egcnn.task.BadInputException;

/**
 * TIFF stacks as ImageJ reads and writes them, with its calibration as {@link ImagePlusVolume}
 * says. Hyperstacks keep their channels; several time points are refused. A BigTIFF, and an
 * OME-TIFF of several channels, is left to SciJava's IOService where that opens it.
 */
final class TiffFormat implements VolumeFormat {
  private final ImportedFormat others;

  /**
   * The format.
   *
   * @param others reads what this format does not
   */
  TiffFormat(ImportedFormat others) {
    this.others = others;
  }

  @Override
  public boolean accepts(Path file) {
    return FileNames.endsWith(file, List.of(".tif", ".tiff"));
  }

  @Override
  public boolean canWrite(Path file) {
    return accepts(file) && !FileNames.endsWith(file, List.of(".ome.tif", ".ome.tiff"));
  }

  @Override
  public VolumeInfo readInfo(Path file) throws IOException {
    try {
      ImageJTiffHeader header = ImageJTiffHeader.read(file);
      return new VolumeInfo(header.grid(), header.channels(), header.type());
    } catch (UnsupportedTiffException e) {
      return ImportedFormat.info(others.openedByService(file).orElseThrow(() -> e));
    }
  }

  @Override
  public Volume read(Path file) throws IOException {
    try {
      return read(file, ImageJTiffHeader.read(file));
    } catch (UnsupportedTiffException e) {
      return others.openedByService(file).orElseThrow(() -> e);
    }
  }

  private static Volume read(Path file, ImageJTiffHeader header) throws IOException {
    ImagePlus image = ImageJOpener.openTiff(file);
    long planes = header.grid().depth() * header.channels() * header.frames();
    if (image.getStackSize() != planes) {
      throw new BadInputException(
          file,
          "ImageJ reads " + image.getStackSize() + " of its " + planes + " images",
          "Copy or download it again");
    }
    Volume volume = ImagePlusVolume.ofFile(image, file);
    return new Volume(volume.image(), header.grid(), Optional.of(file), Optional.empty());
  }

  @Override
  public void write(Volume volume, Path file) throws IOException {
    ImagePlus image = ImagePlusVolume.toImagePlus(volume, file.getFileName().toString());
    FileSaver saver = new FileSaver(image);
    FileInfo info = image.getFileInfo();
    info.description = saver.getDescriptionString();
    if (info.nImages == 1) {
      // ImageJ reads the slice's thickness from any description but writes it for stacks only.
      info.description =
          info.description.replace("\0", "")
              + "spacing="
              + image.getCalibration().pixelDepth
              + "\n";
    }
    if (image.isComposite()) {
      saver.saveDisplayRangesAndLuts(image, info);
    }
    // FileSaver itself would report an error in a window.
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      new TiffEncoder(info).write(out);
    }
  }
}
