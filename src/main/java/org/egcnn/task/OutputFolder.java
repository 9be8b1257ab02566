/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes sure of a folder for results before hours are spent on them, and removes folders. */
public final class OutputFolder {
  private OutputFolder() {}

  /**
   * Makes a folder if it is missing.
   *
   * @throws BadInputException if it is a file, cannot be made, or may not be written
   */
  public static void prepare(Path folder) throws BadInputException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BadInputException(folder, "is a file", "Give a folder for the results");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadInputException(
          folder, "cannot be made (" + FailureReason.of(e) + ")", "Give another folder", e);
    }
    if (!Files.isWritable(folder)) {
      throw new BadInputException(folder, "may not be written", "Give another folder");
    }
  }

  /** Removes a folder with all that is in it, if it is there. */
  public static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
