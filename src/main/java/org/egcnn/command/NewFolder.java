/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.egcnn.task.OutputFolder;

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
      OutputFolder.remove(path);
    }
  }
}
