/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.egcnn.model.Json;
import org.egcnn.task.BadInputException;

/**
 * A folder of example data in a challenge's layout. Its files are named like real data, so what may
 * be deleted is written down beforehand in {@value #MANIFEST}: nothing else is ever replaced.
 *
 * @param folder the folder
 */
record ExampleFolder(Path folder) {
  static final String MANIFEST = "example.json";

  /**
   * Makes the folder ready and writes down what will be written.
   *
   * @param layout the layout's name
   * @param files paths in the folder
   * @param overwrite whether example data that are there are deleted
   * @throws BadInputException if the folder holds something that is not to be deleted
   */
  void prepare(String layout, ExampleSettings settings, List<Path> files, boolean overwrite)
      throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BadInputException(folder, "is a file", "Name a folder");
    }
    if (Files.exists(folder) && !isEmpty()) {
      if (!overwrite) {
        throw new BadInputException(
            folder, "is not empty", "Name another folder or allow overwriting");
      }
      if (!Files.exists(folder.resolve(MANIFEST))) {
        throw new BadInputException(
            folder, "holds no example data that could be replaced", "Name another folder");
      }
      delete();
    }
    JsonObject manifest = new JsonObject();
    manifest.addProperty("layout", layout);
    manifest.addProperty("seed", settings.seed());
    JsonArray list = new JsonArray();
    files.forEach(file -> list.add(folder.relativize(file).toString().replace('\\', '/')));
    manifest.add("files", list);
    Json.write(folder.resolve(MANIFEST), manifest);
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /** Deletes what the manifest lists, and folders that are left empty. */
  private void delete() throws IOException {
    Path file = folder.resolve(MANIFEST);
    JsonElement list = Json.readTree(file);
    if (!list.isJsonObject() || !list.getAsJsonObject().has("files")) {
      throw new BadInputException(file, "lists no files", "Name another folder");
    }
    Path root = folder.toAbsolutePath().normalize();
    for (JsonElement entry : list.getAsJsonObject().getAsJsonArray("files")) {
      Path path = root.resolve(entry.getAsString()).normalize();
      if (!path.startsWith(root)) {
        throw new BadInputException(file, "lists a file elsewhere: " + path, "Correct it");
      }
      Files.deleteIfExists(path);
      for (Path parent = path.getParent(); !parent.equals(root); parent = parent.getParent()) {
        if (!deleteIfEmpty(parent)) {
          break;
        }
      }
    }
  }

  private static boolean deleteIfEmpty(Path parent) throws IOException {
    try {
      return Files.deleteIfExists(parent) || Files.notExists(parent);
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }
}
