/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcnn.model.WeightTensor;
import org.egcnn.task.FailureReason;
import org.egcnn.task.TaskListener;

/** Writes what one training produces into its folder. */
final class TrainingOutput {
  private final TrainingFolder folder;
  private final TaskListener listener;
  private final TrainingJob job;
  private final CheckpointStore checkpoints;
  private final String dataSha256;
  private final String started;
  private final Set<String> unwritten = new HashSet<>();

  /**
   * An output.
   *
   * @param resumed whether the folder's training goes on; its start is then kept
   * @param listener is warned of tables and pictures that cannot be written
   */
  TrainingOutput(TrainingFolder folder, TrainingJob job, boolean resumed, TaskListener listener)
      throws IOException {
    this.folder = folder;
    this.listener = listener;
    this.job = job;
    this.checkpoints = folder.checkpoints(job.settings().checkpointsKept());
    this.dataSha256 = job.dataSha256();
    this.started = resumed ? folder.readRecord().map(TrainingRecord::started).orElse(now()) : now();
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Writes the model that others use. */
  void writeModel(Map<String, WeightTensor> weights) throws IOException {
    folder.writeModel(job.card(), weights);
  }

  /** Writes the course so far, which the checkpoint holds too, as a table and as plots. */
  void writeHistory(History history) throws IOException {
    folder.require();
    List<String> classes = job.card().labels().names();
    attempt(TrainingFolder.HISTORY, () -> folder.writeTable(history, classes));
    attempt(TrainingFolder.PLOT, () -> folder.writePlot(history, classes));
    attempt(TrainingFolder.INSPECTION, () -> folder.writeInspections(history));
  }

  /** Writes a picture of edges and attention. */
  void writeMaps(BufferedImage picture) throws IOException {
    folder.require();
    attempt(TrainingFolder.MAPS, () -> folder.writeMaps(picture));
  }

  /** Something to look at, which a training can do without. */
  @FunctionalInterface
  private interface Sight {
    void write() throws IOException;
  }

  /**
   * Writes it if that is possible: another program may have the table open, or Java lack fonts. Of
   * several failures in a row the first is told.
   */
  private void attempt(String name, Sight sight) {
    try {
      sight.write();
      unwritten.remove(name);
    } catch (IOException | RuntimeException | LinkageError e) {
      if (unwritten.add(name)) {
        listener.warn(
            "The training goes on, but "
                + name
                + " cannot be written now, and is tried again later: "
                + (e instanceof IOException failure ? FailureReason.of(failure) : e));
      }
    }
  }

  /** Saves a checkpoint. */
  void saveCheckpoint(Progress progress, Map<String, WeightTensor> state) throws IOException {
    folder.require();
    checkpoints.save(job.card(), job.settings(), dataSha256, progress, state);
  }

  /** Records that the training runs, keeps the data's description and the course so far. */
  void begin(History history, long parameters) throws IOException {
    folder.writeAttachments(job.attachments());
    if (!history.epochs().isEmpty()) {
      writeHistory(history);
    }
    writeRecord("running", Optional.empty(), history, parameters);
  }

  /** Records that it stopped. */
  void end(String status, History history, long parameters) throws IOException {
    writeRecord(status, Optional.of(now()), history, parameters);
  }

  /**
   * Writes what a training that stopped in order leaves: a checkpoint, for which alone there may be
   * time, the last weights and the course.
   */
  void finish(Progress progress, Map<String, WeightTensor> weights, Map<String, WeightTensor> state)
      throws IOException {
    saveCheckpoint(progress, state);
    folder.writeLast(job.card(), weights);
    if (progress.history().best().isEmpty()) {
      writeModel(weights);
    }
    writeHistory(progress.history());
  }

  private void writeRecord(String status, Optional<String> ended, History history, long parameters)
      throws IOException {
    List<EpochRecord> epochs = history.epochs();
    folder.writeRecord(
        new TrainingRecord(
            status,
            started,
            ended,
            Environment.of(job.card().software(), job.engine(), job.precision()),
            job.settings(),
            dataSha256,
            job.training().size(),
            job.validation().cases(),
            parameters,
            epochs.size(),
            history.secondsPerEpoch(),
            history.best(),
            epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1))));
  }
}
