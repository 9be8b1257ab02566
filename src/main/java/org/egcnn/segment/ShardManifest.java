/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.egcnn.model.Json;

/**
 * What one shard of a folder's cases has come to, as it is kept in {@code manifest/} of the folder
 * of results. No two shards write one file, and each file is whole at all times.
 *
 * @param format {@value #FORMAT}
 * @param software the program's name and version
 * @param model the model's folder
 * @param settings how its cases are segmented
 * @param shard the shard
 * @param begun when its last process began, in the form of {@link Instant#toString}
 * @param allCases the names of the cases of all shards, as that process found them
 * @param cases the shard's own cases; those that were once there and are no longer found are kept
 */
record ShardManifest(
    int format,
    String software,
    String model,
    SegmentSettings settings,
    Shard shard,
    String begun,
    List<String> allCases,
    List<ManifestEntry> cases) {
  /** The only format so far. */
  static final int FORMAT = 1;

  private static final String FOLDER = "manifest";

  /** Copies the lists and checks that all is there. */
  ShardManifest {
    if (format != FORMAT) {
      throw new IllegalArgumentException("format " + format + " is not known, only " + FORMAT);
    }
    if (model == null || settings == null || shard == null) {
      throw new IllegalArgumentException("model, settings or shard are missing");
    }
    Instant.parse(begun);
    allCases = List.copyOf(allCases);
    cases = List.copyOf(cases);
  }

  /** The folder of manifests within a folder of results. */
  static Path folder(Path results) {
    return results.resolve(FOLDER);
  }

  /** A shard's file within a folder of results. */
  static Path file(Path results, Shard shard) {
    return folder(results).resolve(stem(shard) + ".json");
  }

  /** The file by which the process that does a shard keeps others from it. */
  static Path lock(Path results, Shard shard) {
    return folder(results).resolve("." + stem(shard) + ".lock");
  }

  private static String stem(Shard shard) {
    return "shard-" + shard.index() + "-of-" + shard.count();
  }

  /** The files of all shards that began, ordered by name. */
  static List<Path> files(Path results) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder(results))) {
      try (DirectoryStream<Path> found =
          Files.newDirectoryStream(folder(results), "shard-*-of-*.json")) {
        found.forEach(files::add);
      }
    }
    files.sort(null);
    return files;
  }

  /**
   * Reads a file.
   *
   * @throws org.egcnn.task.BadInputException if it is damaged or of another version
   */
  static ShardManifest read(Path file) throws IOException {
    return Json.read(file, ShardManifest.class);
  }

  /** Writes the shard's file in a folder of results. */
  void write(Path results) throws IOException {
    Json.write(file(results, shard), this);
  }
}
