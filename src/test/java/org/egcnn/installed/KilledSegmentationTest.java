/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.installed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder's segmentation that is killed by SIGKILL again and again: every output is whole or
 * absent, and in the end all are as of a run that was left alone.
 */
@Tag("faults")
class KilledSegmentationTest {
  private static final int KILLS = 50;
  private static final int CASES = 12;

  @TempDir static Path folder;

  @Test
  void outputsAreWholeOrAbsent() throws Exception {
    PackagedCommand command = new PackagedCommand(folder.resolve("log.txt"));
    Path data = folder.resolve("data");
    Path model = folder.resolve("model");
    command.run(
        "example",
        "--out=" + data,
        "--cases=2",
        "--tests=" + CASES,
        "--size=48x64x64",
        "--spacing=4");
    command.run(
        "train",
        "--data=" + data,
        "--out=" + model,
        "--edge-stream",
        "--width=4",
        "--levels=2",
        "--crop=16x32x32",
        "--epochs=3",
        "--threads=1");
    Path whole = folder.resolve("whole");
    long start = System.nanoTime();
    command.succeed(command.start(segmenting(model, data, whole)));
    int millis = (int) ((System.nanoTime() - start) / 1_000_000);
    List<String> names = FileTree.names(whole);

    SplittableRandom random = new SplittableRandom(4);
    Path out = folder.resolve("out");
    int kills = 0;
    int writing = 0;
    int runs = 0;
    while (kills < KILLS) {
      Process process = command.start(segmenting(model, data, out));
      process.waitFor(random.nextInt(millis), TimeUnit.MILLISECONDS);
      boolean ended = !command.kill(process);
      if (!ended) {
        kills++;
        List<String> left = FileTree.halfWritten(out);
        writing += left.isEmpty() ? 0 : 1;
        assertWhole(whole, out, left);
      }
      if (ended || kills == KILLS) {
        command.succeed(command.start(segmenting(model, data, out)));
        assertEquals(names, FileTree.names(out), "something is left or missing");
        assertWhole(whole, out, List.of());
        FileTree.delete(out);
        runs++;
      }
    }
    System.out.printf(
        "segment: %d kills in %d runs of %d cases, %d of them while a file was written; every output"
            + " whole or absent, in the end as of the uninterrupted run%n",
        kills, runs, CASES, writing);
  }

  private static List<String> segmenting(Path model, Path data, Path out) {
    return List.of(
        "segment",
        "--model=" + model,
        "--in=" + data,
        "--out=" + out,
        "--outputs=labels,probabilities,edges",
        "--threads=1");
  }

  private static void assertWhole(Path whole, Path out, List<String> halfWritten) throws Exception {
    for (String name : FileTree.names(out)) {
      if (!halfWritten.contains(name)) {
        assertArrayEquals(
            Files.readAllBytes(whole.resolve(name)), Files.readAllBytes(out.resolve(name)), name);
      }
    }
  }
}
