/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.egcnn.dataset.Dataset;
import org.egcnn.dataset.Datasets;
import org.egcnn.dataset.Split;
import org.egcnn.task.BadInputException;
import org.egcnn.task.ExclusiveLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that somebody writes is refused to others, and a training keeps what it began with. */
class TwoWritersTest {
  @TempDir Path folder;
  private Path data;
  private Path model;

  @BeforeEach
  void train() {
    data = TinyJob.data(folder.resolve("data"));
    model = folder.resolve("model");
  }

  @Test
  void theSecondOneIsRefusedAndChangesNothing() throws Exception {
    TinyJob.model(data, model);
    byte[] weights = Files.readAllBytes(model.resolve("weights.safetensors"));
    Path out = folder.resolve("out");
    Object[] segment = {"segment", "--model", model, "--in", data, "--out", out};
    Path masks = data.resolve("labelsTr");
    Object[] evaluate = {"evaluate", "--pred", masks, "--ref", masks, "--out", out};
    try (ExclusiveLock first = ExclusiveLock.take(model, "training");
        ExclusiveLock second = ExclusiveLock.take(out, "task")) {
      refused(CliRun.of(TinyJob.train(data, model, "--overwrite")), model, "training");
      refused(CliRun.of(TinyJob.train(data, model, "--resume")), model, "training");
      refused(CliRun.of(segment), out, "segmentation");
      refused(CliRun.of(evaluate), out, "evaluation");
    }
    assertArrayEquals(weights, Files.readAllBytes(model.resolve("weights.safetensors")));
    assertFalse(Files.exists(out), "nothing was to be written there");
    CliRun.of(segment).successful();
  }

  /** Jobs that may be started again are always given --resume. */
  @Test
  void resumingReplacesNothingThatNoTrainingHasWritten() throws Exception {
    Files.createDirectories(model);
    Path own = Files.writeString(model.resolve("history.csv"), "mine");
    CliRun run = CliRun.of(TinyJob.train(data, model, "--resume"));
    assertEquals(2, run.code());
    assertEquals(
        model + ": is not empty. Choose another folder, or ask for overwriting", run.complaint());
    assertEquals("mine", Files.readString(own));
  }

  private static void refused(CliRun run, Path folder, String task) {
    assertEquals(2, run.code(), run.err());
    assertEquals(
        folder + ": another " + task + " is writing this folder. Wait for it or choose another",
        run.complaint());
  }

  @Test
  void aResumedTrainingKeepsItsSplitWhateverTheSeed() throws Exception {
    Dataset dataset = Datasets.open(data);
    Split standard = Split.random(dataset, 0.8, 1);
    long seed =
        LongStream.range(2, 100)
            .filter(s -> !split(dataset, s).equals(standard))
            .findFirst()
            .orElseThrow();
    CliRun.of(TinyJob.train(data, model, "--epochs=1", "--seed=" + seed)).successful();
    Split begun = Split.read(model.resolve("split.json"), dataset, 0);
    assertNotEquals(standard, begun);
    CliRun resumed = CliRun.of(TinyJob.train(data, model, "--resume")).successful();
    assertEquals(begun, Split.read(model.resolve("split.json"), dataset, 0));
    assertFalse(resumed.err().contains("Warning"), resumed.err());
  }

  private static Split split(Dataset dataset, long seed) {
    try {
      return Split.random(dataset, 0.8, seed);
    } catch (BadInputException e) {
      throw new AssertionError(e);
    }
  }
}
