/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcnn.model.WeightTensor;

/** Writes what one training produces into its folder. */
final class TrainingOutput {
  private final TrainingFolder folder;
  private final TrainingJob job;
  private final CheckpointStore checkpoints;
  private final String dataSha256;
  private final String started;

  /**
   * An output.
   *
   * @param resumed whether the folder's training goes on; its start is then kept
   */
  TrainingOutput(TrainingFolder folder, TrainingJob job, boolean resumed) throws IOException {
    this.folder = folder;
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

  /** Writes the course so far. */
  void writeHistory(History history) throws IOException {
    folder.writeHistory(history, job.card().labels().names());
  }

  /** Writes a picture of edges and attention. */
  void writeMaps(BufferedImage picture) throws IOException {
    folder.writeMaps(picture);
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
