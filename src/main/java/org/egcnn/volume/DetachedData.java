/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.egcnn.task.BadInputException;

/**
 * The file that a header names as the one with its voxels. A header may be from anybody, so it may
 * name only regular files of its own folder and those below it.
 */
final class DetachedData {
  private DetachedData() {}

  /**
   * Finds the file.
   *
   * @param header the header's file
   * @param name as the header has it
   * @param remedy how to have all voxels in one file
   * @throws BadInputException if it names several files, one that is elsewhere, or none
   */
  static Path of(Path header, String name, String remedy) throws BadInputException {
    if (name.startsWith("LIST") || name.contains("%")) {
      throw new BadInputException(header, "its voxels are spread over several files", remedy);
    }
    Path folder = header.toAbsolutePath().normalize().getParent();
    Path data;
    try {
      data = folder.resolve(name).normalize();
    } catch (InvalidPathException e) {
      throw new BadInputException(
          header, "its data file " + name + " has an impossible name", "Correct the header", e);
    }
    if (!data.startsWith(folder)) {
      throw new BadInputException(
          header, "its data file " + name + " is outside its folder", "Put it beside the header");
    }
    if (!Files.isRegularFile(data)) {
      throw new BadInputException(
          header, "its data file " + name + " is missing", "Put it beside the header");
    }
    return header.resolveSibling(folder.relativize(data));
  }
}
