/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.installed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files below a folder. */
final class FileTree {
  private FileTree() {}

  /** Their paths from the folder, sorted; none if it is missing. */
  static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, new FileVisitOption[0])) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** The files that a writer has not put into their place. */
  static List<String> halfWritten(Path folder) throws IOException {
    return names(folder).stream().filter(name -> name.contains(".tmp-")).toList();
  }

  /** Whether a writer is at work just now. */
  static boolean isBeingWritten(Path folder) throws IOException {
    try {
      return !halfWritten(folder).isEmpty();
    } catch (UncheckedIOException | NoSuchFileException e) {
      // a file that vanished while the folder was listed was being written
      return true;
    }
  }

  /** Deletes a folder and what is in it. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
