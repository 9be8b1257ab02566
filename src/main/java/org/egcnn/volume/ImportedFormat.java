/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.egcnn.task.BadInputException;
import org.scijava.Context;
import org.scijava.convert.ConvertService;
import org.scijava.io.IOPlugin;
import org.scijava.io.IOService;

/**
 * Whatever SciJava's {@link IOService} opens, in Fiji all formats of SCIFIO, and after that what
 * ImageJ's own opener reads. Only reads; {@link ExportedFormat} writes.
 */
final class ImportedFormat implements VolumeFormat {
  private final Optional<Context> context;

  /** With SciJava's services, or with ImageJ's opener alone. */
  ImportedFormat(Optional<Context> context) {
    this.context = context;
  }

  @Override
  public boolean accepts(Path file) {
    return hasOpener(file) || ImageJOpener.accepts(file);
  }

  @Override
  public boolean canWrite(Path file) {
    return false;
  }

  @Override
  public VolumeInfo readInfo(Path file) throws IOException {
    return info(read(file));
  }

  /** What a header would say of a volume. */
  static VolumeInfo info(Volume volume) {
    return new VolumeInfo(
        volume.grid(), volume.channels(), VoxelType.of(volume.image().firstElement()));
  }

  @Override
  public Volume read(Path file) throws IOException {
    Optional<Volume> opened = openedByService(file);
    return opened.isPresent()
        ? opened.get()
        : ImagePlusVolume.ofFile(ImageJOpener.open(file), file);
  }

  /**
   * A volume that SciJava's service opens, or empty if none of its plugins does.
   *
   * @throws IOException if a plugin that should open the file fails
   */
  Optional<Volume> openedByService(Path file) throws IOException {
    Object opened =
        hasOpener(file) ? context.get().service(IOService.class).open(file.toString()) : null;
    return opened == null ? Optional.empty() : Optional.of(convert(opened, file));
  }

  @Override
  public void write(Volume volume, Path file) throws IOException {
    throw new BadInputException(file, "its format is only read", "Use another format");
  }

  /** Whether SciJava's service opens a file, as far as its name tells. */
  boolean hasOpener(Path file) {
    IOService service = context.map(c -> c.getService(IOService.class)).orElse(null);
    try {
      IOPlugin<?> opener = service == null ? null : service.getOpener(file.toString());
      // SciJava opens texts and tables too
      return opener != null && ExportedFormat.isImage(opener.getDataType());
    } catch (IOException e) {
      // Asking what a name means may fail; then nothing is known to open it.
      return false;
    }
  }

  /** The conversion to an ImagePlus carries channels, slices and calibration. */
  private Volume convert(Object opened, Path file) throws BadInputException {
    ConvertService converter = context.get().service(ConvertService.class);
    if (converter.supports(opened, ImagePlus.class)) {
      return ImagePlusVolume.ofFile(converter.convert(opened, ImagePlus.class), file);
    }
    if (opened instanceof RandomAccessibleInterval<?> image
        && (image.numDimensions() == 3 || image.numDimensions() == 4)
        && image.firstElement() instanceof RealType<?>) {
      return uncalibrated(image, file);
    }
    throw new BadInputException(
        file,
        "it opens as " + opened.getClass().getSimpleName() + ", which is no volume",
        "Give an image of three axes, or of channels in a fourth");
  }

  // That the voxels are real numbers was checked on the first.
  @SuppressWarnings("unchecked")
  private static Volume uncalibrated(RandomAccessibleInterval<?> image, Path file) {
    Grid grid =
        new Grid(
            image.dimension(0), image.dimension(1), image.dimension(2), Affine.scaling(1, 1, 1));
    return new Volume(
        (RandomAccessibleInterval<? extends RealType<?>>) image,
        grid,
        Optional.of(file),
        Optional.empty());
  }
}
