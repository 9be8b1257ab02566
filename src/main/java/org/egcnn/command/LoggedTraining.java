/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.util.Locale;
import org.egcnn.task.TaskListener;
import org.egcnn.train.EpochRecord;
import org.egcnn.train.TrainingResult;
import org.egcnn.train.ValidationScores;

/**
 * A training where there is no screen: a line in the log for each epoch.
 *
 * @param console takes everything, and decides about cancelling
 */
record LoggedTraining(TaskListener console) implements TrainingDisplay {

  @Override
  public void progress(long done, long total, String what) {
    console.progress(done, total, what);
  }

  @Override
  public void info(String message) {
    console.info(message);
  }

  @Override
  public void warn(String message) {
    console.warn(message);
  }

  @Override
  public boolean isCancelled() {
    return console.isCancelled();
  }

  @Override
  public void onValidation(int epoch, ValidationScores scores, boolean best) {
    console.info(
        String.format(
            Locale.ROOT,
            "Epoch %d: validation Dice %.4f%s",
            epoch,
            scores.mean(),
            best ? ", the best so far" : ""));
  }

  @Override
  public void onEpoch(EpochRecord epoch) {
    console.info(
        String.format(
            Locale.ROOT,
            "Epoch %d: loss %.4f, learning rate %.3g, %.1f s",
            epoch.epoch(),
            epoch.losses().total(),
            epoch.learningRate(),
            epoch.seconds()));
  }

  @Override
  public boolean isDiscarded() {
    return false;
  }

  @Override
  public void finished(TrainingResult result) {}

  @Override
  public void failed(String message) {}

  @Override
  public void close() {}
}
