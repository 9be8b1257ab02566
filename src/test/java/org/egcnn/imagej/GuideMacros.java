/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The macros that users copy, and what they must leave when they were run one after the other. */
public final class GuideMacros {
  /** Their names without ending, each after those whose results it uses. */
  public static final List<String> NAMES =
      List.of(
          "train_on_folder",
          "segment_folder",
          "evaluate_folder",
          "segment_and_measure",
          "measure_time_points",
          "cross_validate",
          "cluster_job",
          "segment_shard");

  private GuideMacros() {}

  /** A macro that makes smaller example data where the macros would make theirs. */
  public static String smallData(String size, int spacing) {
    return "run(\"EG-CNN Example Data...\", \"out=[\" + getArgument() + \"data] cases=3 tests=1\"\n"
        + "  + \" size=%s spacing=%d open=false\");\n".formatted(size, spacing);
  }

  /** Checks what they printed and wrote on such data. */
  public static void assertResults(Path folder, String log) throws IOException {
    assertTrue(log.contains("1 results are in"), log);
    assertTrue(log.contains("kidney: mean Dice "), log);
    assertTrue(log.contains("example_001: "), log);
    assertTrue(log.contains("in 2 time points, written to"), log);
    assertTrue(Files.exists(folder.resolve("model/progress.png")));
    List<String> scores = Files.readAllLines(folder.resolve("folds/scores/cases.csv"));
    assertEquals(1 + 3 * 2, scores.size(), scores.toString());
    assertTrue(Files.readString(folder.resolve("status.txt")).endsWith("done\n"), log);
    assertTrue(Files.readString(folder.resolve("status-0.txt")).endsWith("done\n"), log);
    assertTrue(Files.exists(folder.resolve("job/shards/manifest/shard-0-of-1.json")), log);
    List<String> volumes = Files.readAllLines(folder.resolve("volumes.csv"));
    assertEquals("frame,class,object,mm3", volumes.get(0));
    // Both time points are the same image, so that they have the same objects.
    List<String> first = volumes.stream().filter(row -> row.startsWith("1,")).toList();
    List<String> second = volumes.stream().filter(row -> row.startsWith("2,")).toList();
    assertEquals(first.stream().map(row -> "2" + row.substring(1)).toList(), second);
    assertTrue(!first.isEmpty(), volumes.toString());
  }
}
