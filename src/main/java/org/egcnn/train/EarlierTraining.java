/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.egcnn.dataset.Fingerprint;
import org.egcnn.model.Json;
import org.egcnn.model.ModelFolder;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.BadInputException;
import org.egcnn.task.ExclusiveLock;

/**
 * What is in a folder before a training begins there, and what may be done with it.
 *
 * @param folder the model folder; need not exist
 */
record EarlierTraining(Path folder) {

  /** What a training that ended before its first step has left. */
  private static final Set<String> BEFORE_TRAINING =
      Set.of(
          ExclusiveLock.FILE, Fingerprint.FILE_NAME, DatasetTraining.SPLIT, TrainingFolder.CACHE);

  /**
   * Makes sure that a training may begin.
   *
   * @throws BadInputException if the mode does not allow what is there
   */
  void check(TrainingJob.Mode mode) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BadInputException(folder, "is a file", "Choose a folder for the model");
    }
    if (mode == TrainingJob.Mode.NEW && !holdsOnly(BEFORE_TRAINING)) {
      List<String> names = names();
      throw new BadInputException(
          folder,
          names.contains(ModelFolder.CARD) ? "already holds a model" : "is not empty",
          names.contains(TrainingRecord.FILE_NAME)
              ? "Choose another folder, or ask for overwriting or resuming"
              : "Choose another folder, or ask for overwriting");
    }
    if (mode == TrainingJob.Mode.RESUME && !hasCheckpoints()) {
      throw new BadInputException(
          folder, "holds no checkpoint to go on from", "Train without resuming");
    }
  }

  /** Whether there is nothing, or nothing that users could have put there. */
  boolean isUnused() throws IOException {
    return holdsOnly(Set.of(ExclusiveLock.FILE, Fingerprint.FILE_NAME));
  }

  private boolean holdsOnly(Set<String> files) throws IOException {
    return Files.isDirectory(folder) ? files.containsAll(names()) : !Files.exists(folder);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> !AtomicOutput.isTemporary(f))
          .map(f -> f.getFileName().toString())
          .toList();
    }
  }

  /** Whether there is one to go on with. */
  boolean hasCheckpoints() throws IOException {
    return !new CheckpointStore(folder.resolve(TrainingFolder.CHECKPOINTS), 1).isEmpty();
  }

  /**
   * How a training is gone on with: one that was killed before its first checkpoint is begun again,
   * but neither a model that was finished nor what no training has written is replaced.
   */
  TrainingJob.Mode resumption() throws IOException {
    if (hasCheckpoints()) {
      return TrainingJob.Mode.RESUME;
    }
    boolean unfinished = record().filter(r -> !r.isOver()).isPresent();
    return unfinished ? TrainingJob.Mode.OVERWRITE : TrainingJob.Mode.NEW;
  }

  /** The record that it wrote, if it is there and readable. */
  Optional<TrainingRecord> record() throws IOException {
    try {
      return Optional.of(Json.read(folder.resolve(TrainingRecord.FILE_NAME), TrainingRecord.class));
    } catch (BadInputException e) {
      return Optional.empty();
    }
  }
}
