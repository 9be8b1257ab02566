/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.egcnn.engine.StepLosses;
import org.egcnn.model.ModelFolder;
import org.egcnn.task.BadInputException;
import org.egcnn.task.Warnings;
import org.egcnn.train.TrainingJob.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a model folder when a training is killed or loses it. */
class TrainingFaultsTest {
  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void name() {
    folder = temporary.resolve("model");
  }

  /** Something that happens to the files after a step. */
  @FunctionalInterface
  private interface Fault {
    void strike() throws IOException;
  }

  /** Stands for a killed process. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private void train(Mode mode, int step, Fault fault) throws Exception {
    TrainingListener listener =
        new TrainingListener() {
          private int steps;

          @Override
          public void onStep(int epoch, int number, int all, StepLosses losses, double seconds) {
            if (++steps == step) {
              try {
                fault.strike();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          }
        };
    new Trainer().train(new FakeNetwork(1, 3), Jobs.job(folder, mode, Jobs.settings()), listener);
  }

  private void train(Mode mode) throws Exception {
    train(mode, 0, () -> {});
  }

  private void killAfter(Mode mode, int step) {
    assertThrows(
        Killed.class,
        () ->
            train(
                mode,
                step,
                () -> {
                  throw new Killed();
                }));
  }

  @Test
  void aFolderThatVanishesEndsTheTrainingAndIsNotMadeAgain() throws Exception {
    Path away = temporary.resolve("away");
    BadInputException e =
        assertThrows(
            BadInputException.class, () -> train(Mode.NEW, 7, () -> Files.move(folder, away)));
    assertEquals(
        folder
            + ": was deleted or has become unreachable meanwhile. Check that its disk is still"
            + " there, then resume",
        e.getMessage());
    assertFalse(Files.exists(folder));
    Files.move(away, folder);
    train(Mode.RESUME);
    assertEquals("finished", status());
  }

  /** As when a spreadsheet program has the table open on Windows. */
  @Test
  void aTableThatCannotBeWrittenDoesNotEndTheTraining() throws Exception {
    Warnings warnings = new Warnings();
    Path table = folder.resolve("history.csv");
    Trainer trainer = new Trainer();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onStep(int epoch, int number, int all, StepLosses losses, double seconds) {
            try {
              Files.createDirectories(table.resolve("in-the-way"));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }

          @Override
          public void warn(String message) {
            warnings.warn(message);
          }
        };
    TrainingResult result =
        trainer.train(new FakeNetwork(1, 3), Jobs.job(folder, Mode.NEW, Jobs.settings()), listener);
    assertEquals(TrainingResult.Ending.FINISHED, result.ending());
    assertEquals("finished", status());
    assertTrue(new EarlierTraining(folder).hasCheckpoints());
    assertEquals(1, warnings.messages().size(), warnings.messages().toString());
    assertTrue(
        warnings.messages().get(0).startsWith("The training goes on"),
        warnings.messages().toString());
  }

  /** So that it can be removed if the training that takes it is discarded. */
  @Test
  void aFolderIsUnusedUntilATrainingHasBegun() throws Exception {
    assertTrue(TrainingTask.isUnused(folder));
    Files.createDirectories(folder);
    assertTrue(TrainingTask.isUnused(folder));
    Files.writeString(folder.resolve("fingerprint.json"), "{}");
    Files.writeString(folder.resolve(".lock"), "");
    assertTrue(TrainingTask.isUnused(folder));
    Files.writeString(folder.resolve("split.json"), "{}");
    assertFalse(TrainingTask.isUnused(folder));
  }

  private String status() throws IOException {
    try (TrainingFolder open = TrainingFolder.lock(folder)) {
      return open.readRecord().orElseThrow().status();
    }
  }

  @Test
  void aTrainingThatWasKilledBeforeItsFirstCheckpointIsBegunAgain() throws Exception {
    assertEquals(Mode.NEW, new EarlierTraining(folder).resumption());
    // after three steps the first epoch is validated and becomes the best
    killAfter(Mode.NEW, 4);
    assertEquals(Mode.RESUME, new EarlierTraining(folder).resumption());
    // as if it had been killed between the model and the first checkpoint
    try (Stream<Path> files = Files.list(folder.resolve("checkpoint"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        Files.delete(file);
      }
    }
    assertTrue(Files.exists(folder.resolve(ModelFolder.CARD)));
    assertEquals(Mode.OVERWRITE, new EarlierTraining(folder).resumption());
    train(Mode.OVERWRITE);
    assertEquals("finished", status());
  }

  @Test
  void aFinishedModelWithoutCheckpointsIsNotBegunAgain() throws Exception {
    train(Mode.NEW);
    assertEquals(Mode.RESUME, new EarlierTraining(folder).resumption());
    Files.move(folder.resolve("checkpoint"), temporary.resolve("checkpoint"));
    assertEquals(Mode.NEW, new EarlierTraining(folder).resumption());
    Files.delete(folder.resolve("training.json"));
    assertEquals(Mode.NEW, new EarlierTraining(folder).resumption());
  }

  @Test
  void whatAKilledTrainingLeftHalfWrittenIsRemoved() throws Exception {
    killAfter(Mode.NEW, 8);
    Path half = Files.writeString(folder.resolve(".tmp-1f-history.csv"), "half");
    Path state = Files.writeString(folder.resolve("checkpoint/.tmp-2f-epoch.safetensors"), "half");
    Path old = Files.createDirectory(folder.resolve("checkpoint-old"));
    Files.writeString(old.resolve("epoch-00001-step-000000.json"), "of a replaced training");
    train(Mode.RESUME);
    assertFalse(Files.exists(half));
    assertFalse(Files.exists(state));
    train(Mode.OVERWRITE);
    assertFalse(Files.exists(old));
  }

  @Test
  void whatAKilledStartLeftHalfWrittenIsNoModel() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(".tmp-1f-fingerprint.json"), "half");
    train(Mode.NEW);
    assertEquals("finished", status());
  }
}
