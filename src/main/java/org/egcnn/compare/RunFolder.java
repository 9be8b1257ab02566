/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.egcnn.evaluate.EvaluationFolder;
import org.egcnn.model.Json;
import org.egcnn.model.ModelFolder;
import org.egcnn.task.BadInputException;
import org.egcnn.task.OutputFolder;
import org.egcnn.train.TrainingRecord;

/**
 * The folder of one run: {@code run.json} (what it is), {@code split.json}, {@code model/}, {@code
 * segmentations/}, {@code evaluation/}, and {@code result.json}, which is written last, so that a
 * run that has it is finished.
 *
 * @param path the folder
 */
record RunFolder(Path path) {
  /** The name of the folder of the scores. */
  static final String EVALUATION = "evaluation";

  private static final String IDENTITY = "run.json";
  private static final String RESULT = "result.json";
  private static final String HISTORY = "history.csv";

  /** How far a run has come. */
  enum State {
    /** Nothing is there. */
    NEW("new"),
    /** It was begun, and goes on from its last checkpoint. */
    BEGUN("begun"),
    /** All is there. */
    FINISHED("finished"),
    /**
     * It is there, but its scores are missing, or were made otherwise or of other networks together
     * than is wanted now.
     */
    TO_SCORE("to be scored anew");

    private final String words;

    State(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** The model folder. */
  Path model() {
    return path.resolve("model");
  }

  /** The predicted masks of the validation cases. */
  Path segmentations() {
    return path.resolve("segmentations");
  }

  /** The scores. */
  Path evaluation() {
    return path.resolve(EVALUATION);
  }

  /** The cases that train and validate. */
  Path split() {
    return path.resolve("split.json");
  }

  /**
   * How far the run has come.
   *
   * @throws BadInputException if the folder holds a run that was made otherwise, saying how
   */
  State state(PlannedRun run) throws IOException {
    if (!Files.exists(path.resolve(IDENTITY))) {
      return State.NEW;
    }
    RunIdentity wanted = RunIdentity.of(run);
    RunIdentity found = readIdentity();
    List<String> differences = wanted.trainingDifferences(found);
    if (wanted.isEnsemble() && found.isEnsemble() && !differences.isEmpty()) {
      return State.TO_SCORE;
    }
    if (!differences.isEmpty()) {
      throw new BadInputException(
          path,
          "holds this run with other settings ("
              + String.join("; ", differences.subList(0, Math.min(3, differences.size())))
              + (differences.size() > 3 ? " and " + (differences.size() - 3) + " more" : "")
              + ")",
          "Give another output folder, rename the variant, or delete this folder to run it again");
    }
    if (!wanted.scoresLike(found)) {
      return State.TO_SCORE;
    }
    if (!Files.exists(path.resolve(RESULT))) {
      return State.BEGUN;
    }
    return Files.exists(summary()) ? State.FINISHED : State.TO_SCORE;
  }

  private RunIdentity readIdentity() throws IOException {
    Path file = path.resolve(IDENTITY);
    JsonElement tree = Json.readTree(file);
    if (!tree.isJsonObject()
        || !(tree.getAsJsonObject().get("training") instanceof JsonObject)
        || !tree.getAsJsonObject().has("scoring")) {
      throw new BadInputException(
          file, "does not describe a run", "Delete the folder it is in to run it again");
    }
    JsonObject object = tree.getAsJsonObject();
    return RunIdentity.kept(file, object.getAsJsonObject("training"), object.get("scoring"));
  }

  /** How many epochs the run has, if it was begun. */
  Optional<Integer> epochs() throws IOException {
    return Files.exists(path.resolve(IDENTITY)) ? readIdentity().epochs() : Optional.empty();
  }

  /** Writes what the run is, and removes scores that were made otherwise. */
  void begin(PlannedRun run) throws IOException {
    if (state(run) == State.TO_SCORE) {
      requireWeights(run);
      Files.deleteIfExists(path.resolve(RESULT));
      OutputFolder.remove(segmentations());
      OutputFolder.remove(evaluation());
    }
    run.split().write(split());
    JsonObject object = new JsonObject();
    object.addProperty("run", run.key().toString());
    RunIdentity identity = RunIdentity.of(run);
    object.add("training", identity.training());
    object.add("scoring", identity.scoring());
    Json.write(path.resolve(IDENTITY), object);
  }

  /** Whether the network is trained and there. */
  boolean isTrained() throws IOException {
    return Files.exists(model().resolve(TrainingRecord.FILE_NAME))
        && record().isComplete()
        && Files.exists(model().resolve(ModelFolder.WEIGHTS));
  }

  /** Whether the table of the training holds all of it; a training ends without, if it must. */
  boolean hasWholeHistory() throws IOException {
    return Files.exists(model().resolve(HISTORY)) && history().epochs().size() == record().epochs();
  }

  /** What the training wrote about itself. */
  TrainingRecord record() throws IOException {
    return Json.read(model().resolve(TrainingRecord.FILE_NAME), TrainingRecord.class);
  }

  /** Scores are not thrown away where they cannot be made anew. */
  private void requireWeights(PlannedRun run) throws IOException {
    if (!Files.exists(path.resolve(RESULT))) {
      return;
    }
    boolean scored = Files.exists(summary());
    for (PlannedRun network : run.trains() ? List.of(run) : run.members()) {
      if (!new RunFolder(network.folder()).isTrained()) {
        throw new BadInputException(
            path,
            (scored ? "was scored otherwise" : "has no " + summary().getFileName())
                + ", and cannot be scored anew: there is no whole model in "
                + network.folder(),
            (scored ? "Set the experiment back" : "Put the file back")
                + ", or delete that folder to train the model again");
      }
    }
  }

  /** Marks the run as finished. */
  void finish(RunResult result) throws IOException {
    Json.write(path.resolve(RESULT), result);
  }

  /** What the finished run took. */
  RunResult result() throws IOException {
    return Json.read(path.resolve(RESULT), RunResult.class);
  }

  /** The finished run's scores. */
  SavedScores scores() throws IOException {
    return SavedScores.read(summary());
  }

  private Path summary() {
    return evaluation().resolve(EvaluationFolder.SUMMARY);
  }

  /** The course of the run's training. */
  SavedHistory history() throws IOException {
    return SavedHistory.read(model().resolve(HISTORY));
  }
}
