/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcnn.dataset.Split;
import org.egcnn.engine.EngineOptions;
import org.egcnn.evaluate.EmptyPolicy;
import org.egcnn.model.Backbone;
import org.egcnn.model.Json;
import org.egcnn.segment.Axis;
import org.egcnn.task.BadInputException;
import org.egcnn.train.TrainingRecord;
import org.egcnn.train.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is recognised by what decides its result, and only by that. */
class RunIdentityTest {
  private static final RunKey KEY = new RunKey(Backbone.SEG_NET, "none", 0, 0, Optional.of(1L));

  @TempDir Path folder;

  private PlannedRun run(
      TrainingSettings training, Split split, Map<String, List<Long>> lengths, Scoring scoring) {
    return run(training, Optional.empty(), split, lengths, scoring);
  }

  private PlannedRun run(
      TrainingSettings training,
      Optional<EngineOptions.Precision> precision,
      Split split,
      Map<String, List<Long>> lengths,
      Scoring scoring) {
    PlannedRun p = SyntheticRuns.run(KEY, 1, 2, (c, k, m) -> 1).plan();
    return new PlannedRun(
        1,
        KEY,
        p.architecture(),
        p.losses(),
        p.preprocessing(),
        training,
        precision,
        split,
        lengths,
        scoring,
        1,
        1,
        folder.resolve("run"),
        List.of());
  }

  private PlannedRun plain() {
    return run(settings(5, 1), split("a"), Map.of("a", List.of(7L)), Scoring.standard());
  }

  private static TrainingSettings settings(int epochs, long cacheBytes) {
    return TrainingSettings.builder(new org.egcnn.model.Size(16, 16, 16))
        .epochs(epochs)
        .cacheBytes(cacheBytes)
        .checkpointSeconds(cacheBytes)
        .build();
  }

  private static Split split(String training) {
    return new Split(List.of(training), List.of("z"));
  }

  @Test
  void ignoresWhatDoesNotDecideTheResult() throws IOException {
    RunFolder run = new RunFolder(folder.resolve("run"));
    assertEquals(RunFolder.State.NEW, run.state(plain()));
    run.begin(plain());
    PlannedRun otherMachine =
        run(settings(5, 99), split("a"), Map.of("a", List.of(7L)), Scoring.standard());
    assertEquals(RunFolder.State.BEGUN, run.state(otherMachine));
    run.finish(SyntheticRuns.result());
    assertEquals(RunFolder.State.TO_SCORE, run.state(otherMachine), "there are no scores");
    Files.createDirectories(run.evaluation());
    Files.writeString(run.evaluation().resolve("summary.json"), "{}");
    assertEquals(RunFolder.State.FINISHED, run.state(otherMachine));
  }

  @Test
  void namesWhatDiffers() throws IOException {
    RunFolder run = new RunFolder(folder.resolve("run"));
    run.begin(plain());
    PlannedRun longer =
        run(settings(6, 1), split("a"), Map.of("a", List.of(7L)), Scoring.standard());
    BadInputException e = assertThrows(BadInputException.class, () -> run.state(longer));
    assertEquals(
        folder.resolve("run")
            + ": holds this run with other settings (settings.epochs was 5, is 6). Give another"
            + " output folder, rename the variant, or delete this folder to run it again",
        e.getMessage());
    PlannedRun otherData =
        run(settings(5, 1), split("b"), Map.of("a", List.of(8L)), Scoring.standard());
    assertTrue(
        assertThrows(BadInputException.class, () -> run.state(otherData))
            .getMessage()
            .contains("(file_lengths.a differs; train differs)"));
  }

  @Test
  void aRunOfAnEarlierVersionDidWhatThatDid() throws IOException {
    RunFolder run = new RunFolder(folder.resolve("run"));
    run.begin(plain());
    Path file = folder.resolve("run/run.json");
    JsonObject kept = Json.readTree(file).getAsJsonObject();
    JsonObject training = kept.getAsJsonObject("training");
    // as before crops could be deformed, and before there was a cross entropy
    JsonObject settings = training.getAsJsonObject("settings");
    settings.getAsJsonObject("augmentation").remove("deformation");
    training.getAsJsonObject("losses").remove("crossEntropy");
    Json.write(file, kept);
    assertEquals(RunFolder.State.BEGUN, run.state(plain()));
    // before edges could lie inside their class, they did not
    training.getAsJsonObject("losses").remove("innerEdges");
    Json.write(file, kept);
    assertTrue(
        assertThrows(BadInputException.class, () -> run.state(plain()))
            .getMessage()
            .contains("(losses.innerEdges was false, is true)"));
  }

  @Test
  void aPrecisionThatIsNamedDecides() throws IOException {
    PlannedRun other =
        run(
            settings(5, 1),
            Optional.of(EngineOptions.Precision.BFLOAT16),
            split("a"),
            Map.of("a", List.of(7L)),
            Scoring.standard());
    EngineOptions all = new EngineOptions(1, "cpu");
    assertEquals(EngineOptions.Precision.BFLOAT16, other.engine(all).precision());
    assertEquals(1, other.engine(all).threads());
    assertEquals(all, plain().engine(all));
    RunFolder run = new RunFolder(folder.resolve("run"));
    run.begin(plain());
    assertTrue(
        assertThrows(BadInputException.class, () -> run.state(other))
            .getMessage()
            .contains("(precision differs)"));
  }

  @Test
  void scoresAnewWithoutTrainingAnew() throws IOException {
    RunFolder run = new RunFolder(folder.resolve("run"));
    run.begin(plain());
    run.finish(SyntheticRuns.result());
    Path score = Files.createDirectories(run.evaluation()).resolve("summary.json");
    Path model = Files.createDirectories(run.model()).resolve("model.json");
    Files.writeString(score, "{}");
    Files.writeString(model, "{}");
    Scoring other =
        new Scoring(
            EmptyPolicy.BRATS,
            1,
            0.5,
            Set.of(Axis.X, Axis.Z),
            false,
            List.of(),
            Optional.empty(),
            false);
    PlannedRun rescored = run(settings(5, 1), split("a"), Map.of("a", List.of(7L)), other);
    assertEquals(RunFolder.State.TO_SCORE, run.state(rescored));
    assertTrue(
        assertThrows(BadInputException.class, () -> run.begin(rescored))
            .getMessage()
            .contains("cannot be scored anew: there is no whole model in " + run.path()));
    assertTrue(Files.exists(score));
    Files.writeString(run.model().resolve("weights.safetensors"), "weights");
    Json.write(
        run.model().resolve(TrainingRecord.FILE_NAME),
        new TrainingRecord(
            "finished",
            "2026-01-01T00:00:00Z",
            Optional.empty(),
            SyntheticRuns.result().environment(),
            rescored.training(),
            "abc",
            1,
            1,
            2,
            3,
            0.5,
            Optional.empty(),
            Optional.empty()));
    run.begin(rescored);
    assertEquals(RunFolder.State.BEGUN, run.state(rescored));
    assertFalse(Files.exists(score));
    assertTrue(Files.exists(model));
  }

  @Test
  void refusesADamagedDescription() throws IOException {
    RunFolder run = new RunFolder(folder.resolve("run"));
    run.begin(plain());
    Files.writeString(folder.resolve("run/run.json"), "{}");
    assertTrue(
        assertThrows(BadInputException.class, () -> run.state(plain()))
            .getMessage()
            .startsWith(folder.resolve("run/run.json") + ": does not describe a run"));
  }
}
