/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import ij.ImagePlus;
import ij.measure.Calibration;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.BadInputException;
import org.scijava.Context;
import org.scijava.convert.ConvertService;
import org.scijava.io.IOPlugin;
import org.scijava.io.IOService;
import org.scijava.io.location.FileLocation;

/**
 * Whatever SciJava's {@link IOService} saves, in Fiji the formats that SCIFIO writes. Only writes.
 *
 * <p>Such formats are many and their writers need not keep what a volume needs: some write one
 * slice, or compress with losses, or do not report that they failed. What was written is therefore
 * read again as it will be read later, and refused unless voxels and voxel size are the same.
 */
final class ExportedFormat implements VolumeFormat {
  private static final double MICROMETRES_PER_MILLIMETRE = 1000;

  /** Voxel sizes pass through text and single precision. */
  private static final double SPACING_TOLERANCE = 1e-4;

  private final Optional<Context> context;
  private final List<VolumeFormat> readers;

  /**
   * The format.
   *
   * @param context has the service, or is empty for none
   * @param readers read what was written, the first that accepts it
   */
  ExportedFormat(Optional<Context> context, List<VolumeFormat> readers) {
    this.context = context;
    this.readers = List.copyOf(readers);
  }

  @Override
  public boolean accepts(Path file) {
    return false;
  }

  @Override
  public VolumeInfo readInfo(Path file) throws IOException {
    throw onlyWritten(file);
  }

  @Override
  public Volume read(Path file) throws IOException {
    throw onlyWritten(file);
  }

  private static BadInputException onlyWritten(Path file) {
    return new BadInputException(file, "its format is only written", "Use another format");
  }

  @Override
  public boolean canWrite(Path file) {
    return saver(file).isPresent();
  }

  /** The plugin that saves files of a name, as far as that alone tells. */
  private Optional<IOPlugin<?>> saver(Path file) {
    IOService service = context.map(c -> c.getService(IOService.class)).orElse(null);
    ConvertService converter = context.map(c -> c.getService(ConvertService.class)).orElse(null);
    if (service == null || converter == null) {
      return Optional.empty();
    }
    for (IOPlugin<?> plugin : service.getInstances()) {
      if ((plugin.supportsSave(new FileLocation(file.toFile()))
              || plugin.supportsSave(file.toString()))
          && isImage(plugin.getDataType())
          && converter.supports(ImagePlus.class, plugin.getDataType())) {
        return Optional.of(plugin);
      }
    }
    return Optional.empty();
  }

  /** SciJava converts everything to text. */
  static boolean isImage(Class<?> type) {
    return ImagePlus.class.isAssignableFrom(type)
        || RandomAccessibleInterval.class.isAssignableFrom(type);
  }

  @Override
  public void write(Volume volume, Path file) throws IOException {
    // Writers keep the file's own name in it, or choose the names of further files by it.
    Path target = file.resolveSibling(AtomicOutput.targetName(file));
    Path folder =
        Files.createDirectory(file.resolveSibling(file.getFileName() + AtomicOutput.PARTS));
    try {
      Path written = folder.resolve(target.getFileName());
      save(volume, written);
      Optional<String> fault = fault(volume, written);
      if (fault.isPresent()) {
        throw refused(target, fault.get(), null);
      }
      Files.move(written, file);
    } catch (RuntimeException e) {
      // Other people's writers have exceptions of their own.
      throw refused(target, "its writer failed (" + e + ")", e);
    } finally {
      for (Path left : list(folder)) {
        Files.delete(left);
      }
      Files.delete(folder);
    }
  }

  private static BadInputException refused(Path target, String why, RuntimeException cause) {
    return new BadInputException(
        target,
        "its format cannot take the volume, for " + why,
        "Use .nii.gz, .nrrd, .mha or .tif",
        cause);
  }

  private void save(Volume volume, Path file) throws IOException {
    IOPlugin<?> saver = saver(file).orElseThrow();
    ImagePlus image = ImagePlusVolume.toImagePlus(volume, file.getFileName().toString());
    toMicrometres(image.getCalibration());
    Object data = context.get().service(ConvertService.class).convert(image, saver.getDataType());
    context.get().service(IOService.class).save(data, file.toString());
  }

  /**
   * Millimetres become micrometres, which is what formats of microscopy take a length for that has
   * no unit; SCIFIO's writer of OME-TIFF leaves the unit out.
   */
  private static void toMicrometres(Calibration calibration) {
    calibration.pixelWidth *= MICROMETRES_PER_MILLIMETRE;
    calibration.pixelHeight *= MICROMETRES_PER_MILLIMETRE;
    calibration.pixelDepth *= MICROMETRES_PER_MILLIMETRE;
    calibration.setUnit("micron");
  }

  /** What is wrong with what was written. */
  private Optional<String> fault(Volume volume, Path written) throws IOException {
    if (!Files.exists(written)) {
      return Optional.of("its writer wrote nothing");
    }
    int files = list(written.getParent()).size();
    if (files > 1) {
      return Optional.of("it takes " + files + " files");
    }
    Optional<VolumeFormat> reader = readers.stream().filter(r -> r.accepts(written)).findFirst();
    if (reader.isEmpty()) {
      return Optional.of("nothing reads it again");
    }
    Volume back = reader.get().read(written);
    if (!new SameVoxels(volume.image(), back.image()).hold()) {
      return Optional.of("it does not keep the voxels");
    }
    return sameSpacing(volume.grid().spacing(), back.grid().spacing())
        ? Optional.empty()
        : Optional.of("it does not keep the voxel size");
  }

  private static boolean sameSpacing(double[] wanted, double[] kept) {
    for (int axis = 0; axis < wanted.length; axis++) {
      if (Math.abs(kept[axis] - wanted[axis]) > SPACING_TOLERANCE * wanted[axis]) {
        return false;
      }
    }
    return true;
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(files::add);
    }
    return files;
  }
}
