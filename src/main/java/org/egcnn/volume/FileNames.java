/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The endings by which image files are named. */
final class FileNames {
  /** Endings that belong together come before their parts. */
  private static final List<String> COMPOUND =
      List.of(".nii.gz", ".hdr.gz", ".img.gz", ".ome.tiff", ".ome.tif");

  private FileNames() {}

  /** Whether a file's name ends with one of these, in any case. */
  static boolean endsWith(Path file, List<String> endings) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(name::endsWith);
  }

  /** The file's name without its ending, compound endings such as .nii.gz included. */
  static String baseName(Path file) {
    String name = file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    for (String ending : COMPOUND) {
      if (lower.endsWith(ending)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
