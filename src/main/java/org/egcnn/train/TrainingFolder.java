/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.egcnn.dataset.Fingerprint;
import org.egcnn.dataset.Split;
import org.egcnn.inspect.InspectionTables;
import org.egcnn.model.Json;
import org.egcnn.model.ModelCard;
import org.egcnn.model.ModelFolder;
import org.egcnn.model.Safetensors;
import org.egcnn.model.WeightTensor;
import org.egcnn.report.PngFile;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.BadInputException;
import org.egcnn.task.ExclusiveLock;

/**
 * The model folder that a training writes, locked while it is open. It holds {@code model.json},
 * {@code weights.safetensors} (the best), {@code weights-last.safetensors}, {@code training.json},
 * {@code history.csv}, {@code progress.png}, the data's description, {@code checkpoint/}, and
 * {@code inspection/} if the network was looked into.
 */
final class TrainingFolder implements AutoCloseable {
  private static final String LAST = "weights-last.safetensors";
  static final String HISTORY = "history.csv";
  static final String PLOT = "progress.png";
  static final String CHECKPOINTS = "checkpoint";
  private static final String OLD_CHECKPOINTS = "checkpoint-old";
  static final String CACHE = "cache";
  static final String INSPECTION = "inspection";
  static final String MAPS = "maps.png";

  private final Path folder;
  private final ExclusiveLock lock;

  private TrainingFolder(Path folder, ExclusiveLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens a folder for a training; its model is not changed yet.
   *
   * @throws BadInputException if the mode does not allow what is there, or another training runs
   */
  static TrainingFolder open(Path folder, TrainingJob.Mode mode) throws IOException {
    EarlierTraining earlier = new EarlierTraining(folder);
    earlier.check(mode);
    TrainingFolder opened = lock(folder);
    try {
      earlier.check(mode);
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /**
   * Locks a folder as {@link ExclusiveLock#take}, and removes what a killed training left half
   * written.
   *
   * @throws BadInputException if it cannot be written, or another training runs
   */
  static TrainingFolder lock(Path folder) throws IOException {
    ExclusiveLock lock = ExclusiveLock.take(folder, "training");
    try {
      AtomicOutput.removeLeftovers(folder);
      AtomicOutput.removeLeftovers(folder.resolve(CHECKPOINTS));
      AtomicOutput.removeLeftovers(folder.resolve(INSPECTION));
      return new TrainingFolder(folder, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Removes what an earlier training wrote. Its checkpoints go in one step, so that nobody goes on
   * from them if this is interrupted.
   */
  void clear() throws IOException {
    Path old = folder.resolve(OLD_CHECKPOINTS);
    remove(old);
    Path checkpoints = folder.resolve(CHECKPOINTS);
    if (Files.isDirectory(checkpoints)) {
      Files.move(checkpoints, old, StandardCopyOption.ATOMIC_MOVE);
    }
    for (String name :
        List.of(
            ModelFolder.CARD, ModelFolder.WEIGHTS, LAST, TrainingRecord.FILE_NAME, HISTORY, PLOT)) {
      Files.deleteIfExists(folder.resolve(name));
    }
    remove(old);
    remove(folder.resolve(INSPECTION));
  }

  /** Removes a folder of files. */
  private static void remove(Path files) throws IOException {
    if (Files.isDirectory(files)) {
      try (Stream<Path> all = Files.list(files)) {
        for (Path file : all.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(files);
    }
  }

  /** Writes the data's description, one file each. */
  void writeAttachments(Map<String, Object> attachments) throws IOException {
    require();
    for (Map.Entry<String, Object> attachment : attachments.entrySet()) {
      Json.write(folder.resolve(attachment.getKey()), attachment.getValue());
    }
  }

  /** Writes the model that others use. */
  void writeModel(ModelCard card, Map<String, WeightTensor> weights) throws IOException {
    require();
    ModelFolder.write(folder, card, weights);
  }

  /** Writes the weights after the last step. */
  void writeLast(ModelCard card, Map<String, WeightTensor> weights) throws IOException {
    require();
    Safetensors.write(folder.resolve(LAST), weights, Map.of("model", card.name()));
  }

  /** Writes the course so far as a table. */
  void writeTable(History history, List<String> classes) throws IOException {
    require();
    history.write(folder.resolve(HISTORY), classes);
  }

  /** Writes the course so far as a figure. */
  void writePlot(History history, List<String> classes) throws IOException {
    require();
    new ProgressPlot(history, classes).write(folder.resolve(PLOT));
  }

  /** Writes what was found inside the network, if anything. */
  void writeInspections(History history) throws IOException {
    require();
    if (!history.inspections().isEmpty()) {
      Path inspection = folder.resolve(INSPECTION);
      InspectionTables.write(inspection, history.inspections());
      new InspectionPlot(history.inspections()).write(inspection.resolve(PLOT));
    }
  }

  /** Writes a picture of what is seen inside the network, in place of an earlier one. */
  void writeMaps(BufferedImage picture) throws IOException {
    require();
    Path inspection = Files.createDirectories(folder.resolve(INSPECTION));
    PngFile.write(picture, inspection.resolve(MAPS));
  }

  /** Writes the record. */
  void writeRecord(TrainingRecord trainingRecord) throws IOException {
    require();
    Json.write(folder.resolve(TrainingRecord.FILE_NAME), trainingRecord);
  }

  /** The record of the training that wrote the folder before, if it is there and readable. */
  Optional<TrainingRecord> readRecord() throws IOException {
    return new EarlierTraining(folder).record();
  }

  /** Its checkpoints, to be read. */
  CheckpointStore checkpoints() {
    return checkpoints(1);
  }

  /** Its checkpoints, of which some are kept. */
  CheckpointStore checkpoints(int kept) {
    return new CheckpointStore(folder.resolve(CHECKPOINTS), kept);
  }

  /** The split that the training in it was started with, in a file that {@link Split} reads. */
  Optional<Path> split() {
    return Optional.of(folder.resolve(DatasetTraining.SPLIT)).filter(Files::exists);
  }

  /** What was found in the data when the training in it was last started. */
  Optional<Fingerprint> fingerprint() throws IOException {
    try {
      return Optional.of(Fingerprint.read(folder.resolve(Fingerprint.FILE_NAME)));
    } catch (BadInputException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes sure that it is still there.
   *
   * @throws BadInputException if it was deleted or is unreachable
   */
  void require() throws BadInputException {
    lock.requireFolder();
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
