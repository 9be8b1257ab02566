/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcnn.engine.Batch;
import org.egcnn.engine.Network;
import org.egcnn.engine.StepLosses;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.Json;
import org.egcnn.model.ModelFolder;
import org.egcnn.model.Safetensors;
import org.egcnn.task.BadInputException;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.train.TrainingJob.Mode;
import org.egcnn.train.TrainingResult.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
  @TempDir Path temporary;

  /** Stops, or throws, after so many steps; keeps every loss. */
  private static class Follower implements TrainingListener {
    private final List<Double> losses = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int cancelAfter = Integer.MAX_VALUE;
    private int dieAfter = Integer.MAX_VALUE;

    @Override
    public void onStep(int epoch, int step, int steps, StepLosses step1, double seconds) {
      losses.add(step1.total());
      if (losses.size() == dieAfter) {
        throw new Killed();
      }
    }

    @Override
    public void warn(String message) {
      warnings.add(message);
    }

    @Override
    public boolean isCancelled() {
      return losses.size() >= cancelAfter;
    }
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static TrainingResult train(TrainingJob job, TrainingListener listener) throws Exception {
    FakeNetwork network = new FakeNetwork(1, 3);
    try {
      return new Trainer().train(network, job, listener);
    } finally {
      assertEquals(0, network.openBatches.get());
      assertFalse(BatchQueueTest.hasCropThreads());
    }
  }

  private static float[] weights(Path folder) throws Exception {
    return ModelFolder.readWeights(folder).get("weights").values();
  }

  private static float[] last(Path folder) throws Exception {
    return Safetensors.read(folder.resolve("weights-last.safetensors")).get("weights").values();
  }

  private Path folder(String name) {
    return temporary.resolve(name);
  }

  @Test
  void learnsAndWritesTheWholeFolder() throws Exception {
    Path folder = folder("model");
    TrainingResult result =
        train(Jobs.job(folder, Mode.NEW, Jobs.settings()), TrainingListener.SILENT);
    assertEquals(Ending.FINISHED, result.ending());
    List<EpochRecord> epochs = result.history().epochs();
    assertEquals(4, epochs.size());
    assertTrue(epochs.get(3).losses().total() < 0.7 * epochs.get(0).losses().total());
    assertEquals(0.5 * Math.pow(0.75, 0.9), epochs.get(1).learningRate(), 1e-15);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          Set.of(
              ".lock",
              "checkpoint",
              "history.csv",
              "model.json",
              "progress.png",
              "split.json",
              "training.json",
              "weights-last.safetensors",
              "weights.safetensors"),
          files.map(f -> f.getFileName().toString()).collect(Collectors.toSet()));
    }
    assertEquals(Jobs.card(), ModelFolder.readCard(folder));
    assertEquals(5, Files.readAllLines(folder.resolve("history.csv")).size());
    TrainingRecord written = Json.read(folder.resolve("training.json"), TrainingRecord.class);
    assertEquals("finished", written.status());
    assertEquals(6, written.parameters());
    assertEquals(4, written.epochs());
    assertEquals(epochs.get(3), written.last().orElseThrow());
    assertEquals("test engine", written.environment().engine());
  }

  @Test
  void everyStepIsToldHowWeightsAreAveraged() throws Exception {
    List<Double> decays = new ArrayList<>();
    try (Network network =
        new DelegatingNetwork(new FakeNetwork(1, 3)) {
          @Override
          public StepLosses step(Batch batch, StepSettings settings) {
            decays.add(settings.averageDecay());
            return super.step(batch, settings);
          }
        }) {
      new Trainer()
          .train(
              network,
              Jobs.job(folder("model"), Mode.NEW, Jobs.settings().averageDecay(0.9)),
              TrainingListener.SILENT);
    }
    assertFalse(decays.isEmpty());
    assertEquals(Set.of(0.9), Set.copyOf(decays));
  }

  @Test
  void looksInsideTheNetworkNowAndThenAndAlikeWhenResumed() throws Exception {
    Path whole = folder("whole");
    train(Jobs.job(whole, Mode.NEW, Jobs.settings().inspectEvery(3)), TrainingListener.SILENT);
    List<String> lines = Files.readAllLines(whole.resolve("inspection/gradients.csv"));
    assertEquals(3, lines.size(), lines.toString());
    assertTrue(lines.get(1).startsWith("3,semantic,"), lines.get(1));
    assertTrue(lines.get(2).startsWith("4,semantic,"), lines.get(2));

    Path parts = folder("parts");
    Follower follower = new Follower();
    follower.cancelAfter = 10;
    train(Jobs.job(parts, Mode.NEW, Jobs.settings().inspectEvery(3)), follower);
    train(Jobs.job(parts, Mode.RESUME, Jobs.settings().inspectEvery(3)), TrainingListener.SILENT);
    assertEquals(lines, Files.readAllLines(parts.resolve("inspection/gradients.csv")));
    // looking changes nothing, and an overwritten model's tables are gone
    train(Jobs.job(parts, Mode.OVERWRITE, Jobs.settings()), TrainingListener.SILENT);
    assertFalse(Files.exists(parts.resolve("inspection")));
    assertArrayEquals(last(whole), last(parts));
  }

  @Test
  void keepsTheBestWeightsApartFromTheLast() throws Exception {
    List<float[]> scored = new ArrayList<>();
    Validation secondIsBest =
        new Validation() {
          @Override
          public int cases() {
            return 1;
          }

          @Override
          public ValidationScores score(Network network, TaskListener listener) {
            scored.add(network.weights().get("weights").values());
            return new ValidationScores(List.of(scored.size() == 2 ? 0.9 : 0.5, 0.5), 0);
          }
        };
    Path folder = folder("best");
    train(Jobs.job(folder, Mode.NEW, Jobs.settings(), secondIsBest), TrainingListener.SILENT);
    assertArrayEquals(scored.get(1), weights(folder));
    assertArrayEquals(scored.get(3), last(folder));
  }

  @Test
  void stopsEarlyWhenScoresNoLongerRise() throws Exception {
    Validation never =
        new Validation() {
          @Override
          public int cases() {
            return 1;
          }

          @Override
          public ValidationScores score(Network network, TaskListener listener) {
            return new ValidationScores(List.of(0.5, 0.5), 0);
          }
        };
    TrainingResult result =
        train(
            Jobs.job(folder("early"), Mode.NEW, Jobs.settings().epochs(20).patience(3), never),
            TrainingListener.SILENT);
    assertEquals(Ending.STOPPED_EARLY, result.ending());
    assertEquals(4, result.history().epochs().size());
  }

  @Test
  void equalSettingsGiveEqualWeightsAndOtherSeedsOthers() throws Exception {
    train(Jobs.job(folder("a"), Mode.NEW, Jobs.settings()), TrainingListener.SILENT);
    train(Jobs.job(folder("b"), Mode.NEW, Jobs.settings().cacheBytes(0)), TrainingListener.SILENT);
    train(Jobs.job(folder("c"), Mode.NEW, Jobs.settings().seed(2)), TrainingListener.SILENT);
    assertArrayEquals(last(folder("a")), last(folder("b")));
    assertFalse(java.util.Arrays.equals(last(folder("a")), last(folder("c"))));
  }

  @Test
  void watchingChangesNothing() throws Exception {
    train(Jobs.job(folder("alone"), Mode.NEW, Jobs.settings()), TrainingListener.SILENT);
    List<TrainingStart> starts = new ArrayList<>();
    List<CropPreview> previews = new ArrayList<>();
    TrainingListener watching =
        new TrainingListener() {
          @Override
          public void onStart(TrainingStart start) {
            starts.add(start);
          }

          @Override
          public boolean wantsPreview() {
            return true;
          }

          @Override
          public void onPreview(CropPreview preview) {
            previews.add(preview);
          }
        };
    train(Jobs.job(folder("watched"), Mode.NEW, Jobs.settings()), watching);
    assertArrayEquals(last(folder("alone")), last(folder("watched")));
    assertEquals(1, starts.size());
    assertEquals(3, starts.get(0).steps());
    assertTrue(starts.get(0).validatesAfter(1));
    assertEquals(List.of(1, 4), previews.stream().map(CropPreview::epoch).toList());
    starts.clear();
    train(Jobs.job(folder("watched"), Mode.RESUME, Jobs.settings().epochs(5)), watching);
    assertEquals(4, starts.get(0).history().epochs().size());
  }

  @Test
  void cancelledTrainingLeavesAModelAndGoesOnWhereItStopped() throws Exception {
    Follower whole = new Follower();
    train(Jobs.job(folder("whole"), Mode.NEW, Jobs.settings()), whole);

    Path folder = folder("stopped");
    Follower first = new Follower();
    first.cancelAfter = 5;
    TrainingResult stopped = train(Jobs.job(folder, Mode.NEW, Jobs.settings()), first);
    assertEquals(Ending.CANCELLED, stopped.ending());
    assertEquals(5, first.losses.size());
    assertEquals(6, weights(folder).length);
    assertEquals(
        "cancelled", Json.read(folder.resolve("training.json"), TrainingRecord.class).status());

    Follower second = new Follower();
    TrainingResult resumed = train(Jobs.job(folder, Mode.RESUME, Jobs.settings()), second);
    assertEquals(Ending.FINISHED, resumed.ending());
    first.losses.addAll(second.losses);
    assertEquals(whole.losses, first.losses);
    assertArrayEquals(last(folder("whole")), last(folder));
    assertArrayEquals(weights(folder("whole")), weights(folder));
    assertEquals(List.of(), second.warnings);
  }

  /**
   * Whoever cancels the future of a command interrupts its thread, which can write no file then.
   */
  @Test
  void anInterruptedTrainingLeavesAModelAndGoesOn() throws Exception {
    Path folder = folder("interrupted");
    Follower first =
        new Follower() {
          @Override
          public void onStep(int epoch, int step, int steps, StepLosses losses, double seconds) {
            super.onStep(epoch, step, steps, losses, seconds);
            if (epoch == 2 && step == 1) {
              Thread.currentThread().interrupt();
            }
          }
        };
    TrainingResult stopped = train(Jobs.job(folder, Mode.NEW, Jobs.settings()), first);
    assertTrue(Thread.interrupted(), "who interrupted it finds the thread so");
    assertEquals(Ending.CANCELLED, stopped.ending());
    assertEquals(6, weights(folder).length);
    assertEquals(
        "cancelled", Json.read(folder.resolve("training.json"), TrainingRecord.class).status());
    Follower second = new Follower();
    TrainingResult resumed = train(Jobs.job(folder, Mode.RESUME, Jobs.settings()), second);
    assertEquals(Ending.FINISHED, resumed.ending());
    assertEquals(List.of(), second.warnings);
  }

  @Test
  void cancelledWhileValidatingValidatesWhenResumed() throws Exception {
    Follower whole = new Follower();
    train(Jobs.job(folder("whole"), Mode.NEW, Jobs.settings()), whole);

    Path folder = folder("stopped");
    Validation interrupted =
        new Validation() {
          @Override
          public int cases() {
            return 1;
          }

          @Override
          public ValidationScores score(Network network, TaskListener listener)
              throws CancelledException {
            throw new CancelledException();
          }
        };
    Follower first = new Follower();
    TrainingResult stopped = train(Jobs.job(folder, Mode.NEW, Jobs.settings(), interrupted), first);
    assertEquals(Ending.CANCELLED, stopped.ending());
    assertEquals(0, stopped.history().epochs().size());
    Follower second = new Follower();
    TrainingResult resumed = train(Jobs.job(folder, Mode.RESUME, Jobs.settings()), second);
    assertTrue(resumed.history().epochs().get(0).validation().isPresent());
    first.losses.addAll(second.losses);
    assertEquals(whole.losses, first.losses);
  }

  @Test
  void saysWhatToDoWhenTheFolderCannotBeWritten() throws Exception {
    Path folder = folder("full");
    // a file where the checkpoints' folder should be stands for a disk that takes no more
    Follower follower =
        new Follower() {
          @Override
          public void onStep(int epoch, int step, int steps, StepLosses losses, double seconds) {
            try {
              if (epoch == 1 && step == 1) {
                Files.createFile(folder.resolve("checkpoint"));
              }
            } catch (java.io.IOException e) {
              throw new AssertionError(e);
            }
          }
        };
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> train(Jobs.job(folder, Mode.NEW, Jobs.settings()), follower));
    assertTrue(e.getMessage().contains(folder.toString()), e.getMessage());
    assertTrue(e.getMessage().contains("resume"), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
  }

  @Test
  void refusesAFileInPlaceOfTheFolder() throws Exception {
    Path file = Files.createFile(folder("file"));
    for (Path target : List.of(file, file.resolve("model"))) {
      BadInputException e =
          assertThrows(
              BadInputException.class,
              () -> train(Jobs.job(target, Mode.NEW, Jobs.settings()), new Follower()));
      assertTrue(e.getMessage().contains(target.toString()), e.getMessage());
    }
  }

  @Test
  void cancelledBeforeTheFirstValidationStillLeavesAModel() throws Exception {
    Follower follower = new Follower();
    follower.cancelAfter = 1;
    Path folder = folder("young");
    train(Jobs.job(folder, Mode.NEW, Jobs.settings().validateEvery(2)), follower);
    assertArrayEquals(last(folder), weights(folder));
  }

  @Test
  void killedTrainingGoesOnFromItsLastCheckpoint() throws Exception {
    Follower whole = new Follower();
    TrainingResult expected = train(Jobs.job(folder("whole"), Mode.NEW, Jobs.settings()), whole);

    Path folder = folder("killed");
    Follower first = new Follower();
    first.dieAfter = 8;
    // three steps an epoch; checkpoints follow better scores, here those of epochs 1 and 2
    assertThrows(Killed.class, () -> train(Jobs.job(folder, Mode.NEW, Jobs.settings()), first));
    Follower second = new Follower();
    TrainingResult resumed = train(Jobs.job(folder, Mode.RESUME, Jobs.settings()), second);
    assertEquals(whole.losses.subList(6, 12), second.losses);
    assertArrayEquals(last(folder("whole")), last(folder));
    for (int e = 0; e < 4; e++) {
      assertEquals(
          expected.history().epochs().get(e).losses(), resumed.history().epochs().get(e).losses());
    }
    assertEquals(5, Files.readAllLines(folder.resolve("history.csv")).size());
  }

  @Test
  void resumingWarnsOfOtherSettingsAndRefusesOtherModels() throws Exception {
    Path folder = folder("changed");
    train(Jobs.job(folder, Mode.NEW, Jobs.settings().epochs(1)), TrainingListener.SILENT);
    Follower follower = new Follower();
    train(Jobs.job(folder, Mode.RESUME, Jobs.settings().epochs(2)), follower);
    assertEquals(1, follower.warnings.size());
    assertEquals(3, follower.losses.size());
    FakeNetwork other = new FakeNetwork(2, 3);
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () ->
                new Trainer()
                    .train(
                        other,
                        Jobs.job(folder, Mode.RESUME, Jobs.settings().epochs(3)),
                        TrainingListener.SILENT));
    assertTrue(e.getMessage().contains("do not fit"), e.getMessage());
  }

  @Test
  void namesStepAndCasesWhenTheLossIsNoNumber() throws Exception {
    FakeNetwork network = new FakeNetwork(1, 3);
    network.failsAt = 5;
    Path folder = folder("nan");
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () ->
                new Trainer()
                    .train(
                        network,
                        Jobs.job(folder, Mode.NEW, Jobs.settings()),
                        TrainingListener.SILENT));
    assertTrue(e.getMessage().contains("step 2 of epoch 2"), e.getMessage());
    assertTrue(e.getMessage().matches("(?s).*case\\d, case\\d.*"), e.getMessage());
    assertTrue(e.getMessage().contains("learning rate"), e.getMessage());
    assertEquals(0, network.openBatches.get());
    assertTrue(Files.exists(folder.resolve("weights.safetensors")));
    assertTrue(
        Json.read(folder.resolve("training.json"), TrainingRecord.class)
            .status()
            .startsWith("failed: The loss"));
  }

  @Test
  void advisesASmallerCropWhenMemoryRunsOut() {
    FakeNetwork network = new FakeNetwork(1, 3);
    network.exhaustedAt = 1;
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () ->
                new Trainer()
                    .train(
                        network,
                        Jobs.job(folder("oom"), Mode.NEW, Jobs.settings().batch(1)),
                        TrainingListener.SILENT));
    assertTrue(e.getMessage().contains("Try crop 4x"), e.getMessage());
  }

  @Test
  void overwritesOnlyWhenAsked() throws Exception {
    Path folder = folder("twice");
    train(Jobs.job(folder, Mode.NEW, Jobs.settings().epochs(1)), TrainingListener.SILENT);
    float[] first = weights(folder);
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThrows(
        BadInputException.class,
        () ->
            train(Jobs.job(folder, Mode.NEW, Jobs.settings().epochs(1)), TrainingListener.SILENT));
    assertArrayEquals(first, weights(folder));
    train(
        Jobs.job(folder, Mode.OVERWRITE, Jobs.settings().epochs(1).seed(9)),
        TrainingListener.SILENT);
    assertFalse(java.util.Arrays.equals(first, weights(folder)));
    assertEquals("mine", Files.readString(folder.resolve("notes.txt")));
    assertThrows(
        BadInputException.class,
        () ->
            train(Jobs.job(folder("none"), Mode.RESUME, Jobs.settings()), TrainingListener.SILENT));
    assertFalse(Files.exists(folder("none")));
  }
}
