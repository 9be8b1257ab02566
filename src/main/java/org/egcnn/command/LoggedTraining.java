/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.util.Locale;
import org.egcnn.task.ForwardingListener;
import org.egcnn.task.TaskListener;
import org.egcnn.train.EpochRecord;
import org.egcnn.train.TrainingResult;
import org.egcnn.train.ValidationScores;

/**
 * A training where there is no screen: a line in the log for each epoch.
 *
 * @param target takes everything, and decides about cancelling
 */
record LoggedTraining(TaskListener target) implements TrainingDisplay, ForwardingListener {

  @Override
  public void onValidation(int epoch, ValidationScores scores, boolean best) {
    target.info(
        String.format(
            Locale.ROOT,
            "Epoch %d: validation Dice %.4f%s",
            epoch,
            scores.mean(),
            best ? ", the best so far" : ""));
  }

  @Override
  public void onEpoch(EpochRecord epoch) {
    target.info(
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
