/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.installed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trainings that are killed again and again by SIGKILL, and resumed each time, against one that ran
 * through: the history but for its two columns of seconds, and both files of weights, must be the
 * same to the last byte.
 */
@Tag("faults")
class KilledTrainingTest {
  private static final int KILLS = 50;

  /** The share of a whole training's time that a process lives at most. */
  private static final int SHARE = 3;

  @TempDir static Path folder;
  private static Path data;

  /** When a process is killed. */
  @FunctionalInterface
  private interface Moment {
    /** Waits for it, some milliseconds at most, or for the end of the process. */
    void await(Process process, Path model, int longest) throws Exception;
  }

  @BeforeAll
  static void writeData() throws Exception {
    data = folder.resolve("data");
    command("data")
        .run("example", "--out", data.toString(), "--cases=5", "--size=16x24x24", "--spacing=12");
  }

  private static PackagedCommand command(String name) {
    return new PackagedCommand(folder.resolve(name + ".log"));
  }

  private static List<String> training(Path model, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--data=" + data,
                "--out=" + model,
                "--edge-stream",
                "--width=4",
                "--levels=2",
                "--crop=16x24x24",
                "--epochs=300",
                "--learning-rate=3e-3",
                "--validate-every=5",
                "--threads=1"));
    arguments.addAll(List.of(more));
    return arguments;
  }

  @Test
  void checkpointsAfterEveryStep() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    survive("every-step", "--checkpoint-seconds=0", anyTime(random));
  }

  @Test
  void checkpointsAsByDefault() throws Exception {
    SplittableRandom random = new SplittableRandom(2);
    survive("default", "--checkpoint-seconds=30", anyTime(random));
  }

  @Test
  void whileACheckpointIsWritten() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    survive(
        "checkpoint",
        "--checkpoint-seconds=0",
        (process, model, longest) -> {
          // some are written in peace, so that the training comes to its end
          process.waitFor(random.nextInt(longest), TimeUnit.MILLISECONDS);
          Path checkpoints = model.resolve("checkpoint");
          while (process.isAlive() && !FileTree.isBeingWritten(checkpoints)) {
            Thread.onSpinWait();
          }
        });
  }

  private static Moment anyTime(SplittableRandom random) {
    return (process, model, longest) ->
        process.waitFor(random.nextInt(longest), TimeUnit.MILLISECONDS);
  }

  private static void survive(String name, String checkpoints, Moment moment) throws Exception {
    PackagedCommand command = command(name);
    Path whole = folder.resolve(name + "-whole");
    long start = System.nanoTime();
    command.succeed(command.start(training(whole, checkpoints)));
    int longest = (int) ((System.nanoTime() - start) / 1_000_000 / SHARE);
    int kills = 0;
    int starting = 0;
    int writing = 0;
    int trainings = 0;
    while (kills < KILLS) {
      Path model = folder.resolve(name + "-killed-" + ++trainings);
      List<String> arguments = training(model, checkpoints, "--resume");
      boolean ended = false;
      while (!ended && kills < KILLS) {
        Process process = command.start(arguments);
        moment.await(process, model, longest);
        ended = !command.kill(process);
        if (!ended) {
          kills++;
          starting +=
              Files.readString(folder.resolve(name + ".log")).contains(" train and ") ? 0 : 1;
          writing += FileTree.halfWritten(model).isEmpty() ? 0 : 1;
        }
      }
      if (!ended) {
        command.succeed(command.start(arguments));
      }
      assertSame(whole, model);
    }
    System.out.printf(
        "%s: %d kills of %d trainings, %d of them before the data were read, %d while a file was"
            + " written; all histories and weights as of the uninterrupted training%n",
        name, kills, trainings, starting, writing);
  }

  private static void assertSame(Path whole, Path killed) throws Exception {
    assertEquals(withoutSeconds(whole), withoutSeconds(killed));
    for (String weights : List.of("weights.safetensors", "weights-last.safetensors")) {
      assertArrayEquals(
          Files.readAllBytes(whole.resolve(weights)),
          Files.readAllBytes(killed.resolve(weights)),
          weights);
    }
    assertEquals(besideCheckpoints(whole), besideCheckpoints(killed));
    assertFalse(Files.exists(killed.resolve("cache")));
    // which ones depends on the time between them
    List<String> checkpoints = FileTree.names(killed.resolve("checkpoint"));
    assertEquals(2 * 2, checkpoints.size(), checkpoints.toString());
    assertEquals(2, checkpoints.stream().filter(c -> c.endsWith(".json")).count());
  }

  private static List<String> besideCheckpoints(Path model) throws Exception {
    return FileTree.names(model).stream().filter(name -> !name.startsWith("checkpoint/")).toList();
  }

  /** The history's lines without the columns that say how long something took. */
  private static List<String> withoutSeconds(Path model) throws Exception {
    List<String> lines = Files.readAllLines(model.resolve("history.csv"));
    List<String> header = List.of(lines.get(0).split(",", -1));
    assertEquals(301, lines.size());
    return lines.stream()
        .map(
            line -> {
              List<String> fields = new ArrayList<>(List.of(line.split(",", -1)));
              fields.remove(header.indexOf("validation_seconds"));
              fields.remove(header.indexOf("seconds"));
              return String.join(",", fields);
            })
        .toList();
  }
}
