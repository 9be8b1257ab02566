/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A dataset and a training so small that they take a second. */
final class TinyJob {
  private TinyJob() {}

  /** Writes three cases to train on and one unseen, 16x16x16 voxels. */
  static Path data(Path folder) {
    CliRun.of(
            "example",
            "--out",
            folder,
            "--cases=3",
            "--tests=1",
            "--size=16x16x16",
            "--spacing=20,20,20")
        .successful();
    return folder;
  }

  /**
   * The arguments of a training, with the edge stream, followed by more, which may name another
   * crop or leave the stream out.
   */
  static Object[] train(Path data, Path model, Object... more) {
    List<Object> args =
        new ArrayList<>(
            List.of("train", "--data", data, "--out", model, "--width=4", "--levels=2"));
    args.add("--batch=1");
    if (Stream.of(more).noneMatch(option -> option.toString().endsWith("-edge-stream"))) {
      args.add("--edge-stream");
    }
    if (Stream.of(more).noneMatch(option -> option.toString().startsWith("--crop"))) {
      args.add("--crop=16x16x16");
    }
    args.addAll(List.of(more));
    return args.toArray();
  }

  /** Trains for one epoch. */
  static Path model(Path data, Path model) {
    CliRun.of(train(data, model, "--epochs=1")).successful();
    return model;
  }

  /** Copies a folder. */
  static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return to;
  }

  /** The history's columns but those that hold times. */
  static List<String> history(Path model) throws IOException {
    return Files.readAllLines(model.resolve("history.csv")).stream()
        .map(
            line -> {
              List<String> fields = new ArrayList<>(List.of(line.split(",", -1)));
              fields.remove(fields.size() - 1);
              fields.remove(7);
              return String.join(",", fields);
            })
        .toList();
  }
}
