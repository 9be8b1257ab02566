/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.egcnn.model.ModelFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings whose disk is full, read-only, or goes away: they say so, and can be gone on with. */
class TrainingDiskTest {
  private static final Object[] OPTIONS = {
    "--epochs=4", "--checkpoint-seconds=0", "--validate-every=1"
  };

  @TempDir static Path shared;
  @TempDir Path folder;
  private static Path data;
  private static Path whole;

  @BeforeAll
  static void trainUndisturbed() {
    data = TinyJob.data(shared.resolve("data"));
    whole = shared.resolve("whole");
    CliRun.of(TinyJob.train(data, whole, OPTIONS)).successful();
  }

  private Object[] resuming(Path model) {
    List<Object> options = new ArrayList<>(Arrays.asList(OPTIONS));
    options.add("--resume");
    return TinyJob.train(data, model, options.toArray());
  }

  private void assertResumes(Path model) throws Exception {
    CliRun.of(resuming(model)).successful();
    assertEquals(TinyJob.history(whole), TinyJob.history(model));
    assertEquals(
        -1,
        Files.mismatch(whole.resolve("weights.safetensors"), model.resolve("weights.safetensors")));
  }

  @Test
  void aDiskThatIsFullSoonerOrLater() throws Exception {
    List<String> blamed = new ArrayList<>();
    for (int kilobytes : new int[] {4, 60, 240}) {
      try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), kilobytes + "k")) {
        Path model = disk.path().resolve("model");
        CliRun run = CliRun.of(TinyJob.train(data, model, OPTIONS));
        assertEquals(2, run.code(), kilobytes + " kB: " + run.err());
        assertTrue(run.complaint().contains("No space left on device"), run.err());
        assertTrue(run.complaint().startsWith(model.toString()), run.err());
        blamed.add(run.complaint());
        if (Files.exists(model.resolve(ModelFolder.CARD))) {
          assertFalse(ModelFolder.readWeights(model).isEmpty());
        }
        disk.remount("size=20m");
        assertResumes(model);
      }
    }
    assertTrue(blamed.stream().anyMatch(b -> b.contains("checkpoint")), blamed.toString());
    assertTrue(blamed.stream().anyMatch(b -> !b.contains("checkpoint")), blamed.toString());
  }

  @Test
  void aDiskThatMayNotBeWritten() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "1m")) {
      Path model = TinyJob.model(data, folder.resolve("model"));
      disk.remount("ro");
      Path out = disk.path().resolve("out");
      for (CliRun run :
          List.of(
              CliRun.of(TinyJob.train(data, out, OPTIONS)),
              CliRun.of("segment", "--model", model, "--in", data, "--out", out),
              CliRun.of(
                  "evaluate",
                  "--pred",
                  data.resolve("labelsTr"),
                  "--ref",
                  data.resolve("labelsTr"),
                  "--out",
                  out),
              CliRun.of("example", "--out", out))) {
        assertEquals(2, run.code(), run.err());
        assertTrue(run.complaint().startsWith(out.toString()), run.err());
        assertTrue(run.complaint().contains("Read-only file system"), run.err());
      }
    }
  }

  @Test
  void aDiskThatGoesAway() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "20m")) {
      Path model = disk.path().resolve("model");
      AtomicInteger asked = new AtomicInteger();
      BooleanSupplier vanishing =
          () -> {
            if (Files.exists(model.resolve(ModelFolder.CARD)) && asked.incrementAndGet() == 1) {
              try {
                disk.vanish();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            }
            return false;
          };
      CliRun run = CliRun.cancelled(vanishing, TinyJob.train(data, model, OPTIONS));
      assertEquals(2, run.code(), run.err());
      assertEquals(
          model
              + ": was deleted or has become unreachable meanwhile. Check that its disk is still"
              + " there, then resume",
          run.complaint());
      assertFalse(Files.exists(model), "a model folder was made where the disk had been");
    }
  }
}
