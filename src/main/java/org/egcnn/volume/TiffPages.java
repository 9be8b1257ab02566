/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import ij.io.FileInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.egcnn.task.BadInputException;

/** Checks a TIFF file's images before ImageJ's reader, which fills what is missing with zeros. */
final class TiffPages {
  /** Repeated strings let LZW reach 1:1400 and deflate 1:1032. */
  private static final long LARGEST_EXPANSION = 1400;

  private TiffPages() {}

  /**
   * Checks that all images are of one size and one grey-value type and inside the file.
   *
   * @throws BadInputException if they are not
   */
  static void check(Path file, FileInfo[] pages) throws IOException {
    long length = Files.size(file);
    FileInfo first = pages[0];
    long bytes = 0;
    for (FileInfo page : pages) {
      if (page.width != first.width
          || page.height != first.height
          || page.fileType != first.fileType
          || page.compression != first.compression) {
        throw new BadInputException(
            file, "its images differ in size or type", "Save it as a stack from ImageJ");
      }
      if (page.width < 1 || page.height < 1 || page.getBytesPerPixel() < 1) {
        throw new BadInputException(file, "it has an image without a size", "It is damaged");
      }
      if (page.samplesPerPixel > 1) {
        throw new BadInputException(
            file,
            "its pixels have " + page.samplesPerPixel + " values each",
            "Open it in ImageJ, split its channels and save them as a hyperstack");
      }
      bytes = Math.addExact(bytes, checkInside(file, page, pages.length == 1, length));
    }
    if (bytes > Runtime.getRuntime().maxMemory()) {
      throw new BadInputException(
          file,
          "its voxels need more memory than Java has",
          "Give Java more memory (-Xmx, or Edit > Options > Memory & Threads)");
    }
  }

  /** The bytes of the pages' voxels. */
  private static long checkInside(Path file, FileInfo page, boolean alone, long length)
      throws BadInputException {
    long count = alone ? Math.max(1, page.nImages) : 1;
    long pixels = (long) page.width * page.height;
    long size = page.fileType == FileInfo.BITMAP ? pixels / 8 : pixels * page.getBytesPerPixel();
    boolean compressed = page.compression > FileInfo.COMPRESSION_NONE;
    long most = compressed ? length * LARGEST_EXPANSION : length - page.getOffset();
    if (most < 0 || size > most / count || pixels > Integer.MAX_VALUE - 8) {
      throw truncated(file);
    }
    int strips = page.stripOffsets == null ? 0 : page.stripOffsets.length;
    boolean lengths = page.stripLengths != null && page.stripLengths.length == strips;
    if (compressed && (strips == 0 || !lengths)) {
      throw truncated(file);
    }
    for (int i = 0; i < strips && lengths; i++) {
      long end = Integer.toUnsignedLong(page.stripOffsets[i]) + page.stripLengths[i];
      if (page.stripLengths[i] < 0 || compressed && end > length) {
        throw truncated(file);
      }
    }
    return size * count;
  }

  private static BadInputException truncated(Path file) {
    return new BadInputException(
        file, "it is cut short or its directories lie", "Copy or download it again");
  }
}
