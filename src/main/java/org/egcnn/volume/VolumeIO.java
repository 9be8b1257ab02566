/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.BadInputException;
import org.egcnn.task.FailureReason;
import org.scijava.Context;

/**
 * Reads and writes volumes, the format chosen by the file's name: NIfTI, NRRD, MetaImage, TIFF and
 * whatever ImageJ opens. Whatever is wrong with a file comes out as a {@link BadInputException}
 * that names it. May be shared between threads.
 */
public final class VolumeIO {
  private final List<VolumeFormat> formats;
  private final ExportedFormat exported;

  private VolumeIO(Optional<Context> context) {
    ImportedFormat imported = new ImportedFormat(context);
    formats =
        List.of(
            new NiftiFormat(),
            new NrrdFormat(),
            new MetaImageFormat(),
            new TiffFormat(imported),
            imported);
    exported = new ExportedFormat(context, formats);
  }

  /** NIfTI, NRRD, MetaImage, TIFF, and what ImageJ's own opener reads. */
  public static VolumeIO standard() {
    return new VolumeIO(Optional.empty());
  }

  /**
   * As {@link #standard()}, with what SciJava's IOService opens (in Fiji the formats of SCIFIO)
   * before ImageJ's own opener, and with the formats that it alone saves.
   */
  public static VolumeIO withContext(Context context) {
    return new VolumeIO(Optional.of(context));
  }

  /** The file's name without its ending; compound endings such as .nii.gz go whole. */
  public static String baseName(Path file) {
    return FileNames.baseName(file);
  }

  /** Whether a file holds the voxels of a header beside it, which is the file to be read. */
  public static boolean isPartOfAnother(Path file) {
    String name = file.getFileName().toString();
    String header = name.replaceFirst("(?i)\\.img(\\.gz)?$", ".hdr$1");
    return !header.equals(name) && Files.exists(file.resolveSibling(header));
  }

  /** Whether a file exists and is of a format that can be read. */
  public boolean canRead(Path file) {
    return Files.isRegularFile(file) && format(file).isPresent();
  }

  /** Whether a file of this name can be written, be it by a plugin of SciJava's. */
  public boolean canWrite(Path file) {
    return writesItself(file) || exported.canWrite(file);
  }

  /**
   * Whether a file of this name is written without plugins of SciJava's, so that it is sure to keep
   * every volume.
   */
  public boolean writesItself(Path file) {
    return formats.stream().anyMatch(format -> format.canWrite(file));
  }

  /**
   * Reads what a file's header says; the voxels too only where the format leaves no other way.
   *
   * @throws BadInputException if the file is missing or cannot be read
   */
  public VolumeInfo readInfo(Path file) throws BadInputException {
    return reading(file, format -> format.readInfo(file));
  }

  /**
   * Reads a volume.
   *
   * @throws BadInputException if the file is missing, damaged or of a kind that is not supported
   */
  public Volume read(Path file) throws BadInputException {
    return reading(file, format -> format.read(file));
  }

  /**
   * Writes a volume, whole or not at all, replacing a file that is there. Its folder is made if
   * missing. What a plugin of SciJava's saves is read again and compared.
   *
   * @param file its ending names the format
   * @throws BadInputException if no format of this name can be written, or it does not keep voxels
   *     and voxel size
   * @throws IOException if writing fails
   */
  public void write(Volume volume, Path file) throws IOException {
    VolumeFormat format =
        Stream.concat(formats.stream(), Stream.of(exported))
            .filter(f -> f.canWrite(file))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadInputException(
                        file,
                        "its name's ending names no format that can be written",
                        "Use .nii.gz, .nii, .nrrd, .mha or .tif"));
    AtomicOutput.write(file, temporary -> format.write(volume, temporary));
  }

  @FunctionalInterface
  private interface Reading<T> {
    T apply(VolumeFormat format) throws IOException;
  }

  private <T> T reading(Path file, Reading<T> reading) throws BadInputException {
    checkReadable(file);
    VolumeFormat format =
        format(file)
            .orElseThrow(
                () ->
                    new BadInputException(
                        file,
                        "its format is not known",
                        "Convert it to .nii.gz, .nrrd, .mha or .tif"));
    try {
      return reading.apply(format);
    } catch (BadInputException e) {
      throw e;
    } catch (EOFException e) {
      throw new BadInputException(file, "it is cut short", "Copy or download it again", e);
    } catch (ZipException e) {
      throw new BadInputException(
          file,
          "its compressed content is damaged (" + e.getMessage() + ")",
          "Copy or download it again",
          e);
    } catch (IOException e) {
      throw unreadable(file, FailureReason.of(e), e);
    } catch (RuntimeException e) {
      throw unreadable(file, e.toString(), e);
    }
  }

  private static BadInputException unreadable(Path file, String why, Exception cause) {
    return new BadInputException(
        file, "it cannot be read (" + why + ")", "Check that the file is whole", cause);
  }

  private Optional<VolumeFormat> format(Path file) {
    return formats.stream().filter(format -> format.accepts(file)).findFirst();
  }

  private static void checkReadable(Path file) throws BadInputException {
    if (Files.isDirectory(file)) {
      throw new BadInputException(file, "it is a folder", "Give an image file");
    }
    if (!Files.exists(file)) {
      throw new BadInputException(file, "it does not exist", "Check the path");
    }
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(file, "it is a device or a pipe", "Give an image file");
    }
    if (!Files.isReadable(file)) {
      throw new BadInputException(file, "it may not be read", "Check its permissions");
    }
  }
}
