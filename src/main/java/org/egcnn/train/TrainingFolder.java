/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.egcnn.dataset.Fingerprint;
import org.egcnn.model.Json;
import org.egcnn.model.ModelCard;
import org.egcnn.model.ModelFolder;
import org.egcnn.model.Safetensors;
import org.egcnn.model.WeightTensor;
import org.egcnn.task.BadInputException;
import org.egcnn.task.ExclusiveLock;
import org.egcnn.task.FailureReason;

/**
 * The model folder that a training writes, locked while it is open. It holds {@code model.json},
 * {@code weights.safetensors} (the best), {@code weights-last.safetensors}, {@code training.json},
 * {@code history.csv}, {@code progress.png}, the data's description, and {@code checkpoint/}.
 */
final class TrainingFolder implements AutoCloseable {
  private static final String LAST = "weights-last.safetensors";
  private static final String RECORD = "training.json";
  private static final String HISTORY = "history.csv";
  private static final String PLOT = "progress.png";
  static final String CHECKPOINTS = "checkpoint";
  private static final String CACHE = "cache";

  /** What a training that ended before its first result has left. */
  private static final Set<String> BEFORE_TRAINING =
      Set.of(ExclusiveLock.FILE, Fingerprint.FILE_NAME, CACHE);

  private final Path folder;
  private final ExclusiveLock lock;

  private TrainingFolder(Path folder, ExclusiveLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens a folder for a training; nothing in it is changed yet.
   *
   * @throws BadInputException if the mode does not allow what is there, or another training runs
   */
  static TrainingFolder open(Path folder, TrainingJob.Mode mode) throws IOException {
    check(folder, mode);
    ExclusiveLock lock = lock(folder);
    try {
      check(folder, mode);
      return new TrainingFolder(folder, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static ExclusiveLock lock(Path folder) throws BadInputException {
    try {
      Files.createDirectories(folder);
      return ExclusiveLock.ofFolder(folder)
          .orElseThrow(
              () ->
                  new BadInputException(
                      folder,
                      "another training is writing this folder",
                      "Wait for it or choose another"));
    } catch (BadInputException e) {
      throw e;
    } catch (IOException e) {
      throw new BadInputException(
          folder,
          "cannot be written (" + FailureReason.of(e) + ")",
          "Choose another folder for the model",
          e);
    }
  }

  static void check(Path folder, TrainingJob.Mode mode) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BadInputException(folder, "is a file", "Choose a folder for the model");
    }
    if (mode == TrainingJob.Mode.NEW && Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        List<String> names = files.map(f -> f.getFileName().toString()).toList();
        if (!BEFORE_TRAINING.containsAll(names)) {
          throw new BadInputException(
              folder,
              names.contains(ModelFolder.CARD) ? "already holds a model" : "is not empty",
              "Choose another folder, or ask for overwriting or resuming");
        }
      }
    }
    if (mode == TrainingJob.Mode.RESUME && !Files.isDirectory(folder.resolve(CHECKPOINTS))) {
      throw new BadInputException(
          folder, "holds no checkpoint to go on from", "Train without resuming");
    }
  }

  /** Removes what an earlier training wrote. */
  void clear() throws IOException {
    for (String name :
        List.of(ModelFolder.CARD, ModelFolder.WEIGHTS, LAST, RECORD, HISTORY, PLOT)) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Path checkpoints = folder.resolve(CHECKPOINTS);
    if (Files.isDirectory(checkpoints)) {
      try (Stream<Path> files = Files.list(checkpoints)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(checkpoints);
    }
  }

  /** Writes the data's description, one file each. */
  void writeAttachments(Map<String, Object> attachments) throws IOException {
    for (Map.Entry<String, Object> attachment : attachments.entrySet()) {
      Json.write(folder.resolve(attachment.getKey()), attachment.getValue());
    }
  }

  /** Writes the model that others use. */
  void writeModel(ModelCard card, Map<String, WeightTensor> weights) throws IOException {
    ModelFolder.write(folder, card, weights);
  }

  /** Writes the weights after the last step. */
  void writeLast(ModelCard card, Map<String, WeightTensor> weights) throws IOException {
    Safetensors.write(folder.resolve(LAST), weights, Map.of("model", card.name()));
  }

  /** Writes the course so far as a table and a figure. */
  void writeHistory(History history, List<String> classes) throws IOException {
    history.write(folder.resolve(HISTORY), classes);
    new ProgressPlot(history, classes).write(folder.resolve(PLOT));
  }

  /** Writes the record. */
  void writeRecord(TrainingRecord trainingRecord) throws IOException {
    Json.write(folder.resolve(RECORD), trainingRecord);
  }

  /** The record of the training that wrote the folder before, if it is there and readable. */
  Optional<TrainingRecord> readRecord() throws IOException {
    try {
      return Optional.of(Json.read(folder.resolve(RECORD), TrainingRecord.class));
    } catch (BadInputException e) {
      return Optional.empty();
    }
  }

  /** Its checkpoints. */
  CheckpointStore checkpoints(int kept) {
    return new CheckpointStore(folder.resolve(CHECKPOINTS), kept);
  }

  /** Where prepared cases go that do not fit into memory. */
  Path cache() {
    return folder.resolve(CACHE);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
