/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.egcnn.task.BadInputException;

/**
 * The file with a NIfTI image's header and the one with its voxels, often the same.
 *
 * @param header begins with the header
 * @param data holds the voxels
 */
record NiftiFiles(Path header, Path data) {

  /** The endings of NIfTI file names, lower case, longest first. */
  static final List<String> ENDINGS =
      List.of(".nii.gz", ".hdr.gz", ".img.gz", ".nii", ".hdr", ".img");

  /** Whether header and voxels are in two files. */
  boolean isPair() {
    return !header.equals(data);
  }

  /**
   * Finds both files from either. The one not given may not exist: a header is worth reading before
   * its voxels are missed.
   */
  static NiftiFiles of(Path file) {
    if (FileNames.endsWith(file, List.of(".hdr", ".hdr.gz"))) {
      return new NiftiFiles(file, other(file, ".img"));
    }
    if (FileNames.endsWith(file, List.of(".img", ".img.gz"))) {
      return new NiftiFiles(other(file, ".hdr"), file);
    }
    return new NiftiFiles(file, file);
  }

  /**
   * Complains if one of the files is missing.
   *
   * @throws BadInputException naming both
   */
  static void checkExists(Path half, Path other) throws BadInputException {
    if (!Files.isRegularFile(half)) {
      throw new BadInputException(
          other,
          "its other half " + half.getFileName() + " is missing",
          "Put the .hdr and the .img file into one folder");
    }
  }

  private static Path other(Path file, String ending) {
    String base = FileNames.baseName(file);
    String upper = ending.toUpperCase(Locale.ROOT);
    return Stream.of(ending, ending + ".gz", upper, upper + ".GZ")
        .map(candidate -> file.resolveSibling(base + candidate))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(file.resolveSibling(base + ending));
  }
}
