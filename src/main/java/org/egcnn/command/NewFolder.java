/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder that a task fills, and whether there was nothing in it before.
 *
 * @param path the folder
 * @param isNew whether it was missing or empty
 */
record NewFolder(Path path, boolean isNew) {

  /** Looks at a folder before a task fills it. */
  static NewFolder of(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return new NewFolder(path, !Files.exists(path));
    }
    try (Stream<Path> files = Files.list(path)) {
      return new NewFolder(path, files.findAny().isEmpty());
    }
  }

  /** Removes the folder with all that is in it by now, if there was nothing in it before. */
  void removeIfNew() throws IOException {
    if (isNew) {
      remove(path);
    }
  }

  /** Removes a folder with all that is in it, if it is there. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
