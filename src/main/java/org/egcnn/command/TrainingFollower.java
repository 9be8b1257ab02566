/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.util.Locale;
import org.egcnn.engine.StepLosses;
import org.egcnn.task.TaskListener;
import org.egcnn.train.EpochRecord;
import org.egcnn.train.TrainingListener;
import org.egcnn.train.ValidationScores;

/**
 * Follows a training in ImageJ's log and status line and in a display of its own.
 *
 * @param log ImageJ's
 * @param display the display
 */
record TrainingFollower(TaskListener log, TrainingDisplay display) implements TrainingListener {

  @Override
  public void progress(long done, long total, String what) {
    log.progress(done, total, what);
    display.progress(done, total, what);
  }

  @Override
  public void info(String message) {
    log.info(message);
    display.info(message);
  }

  @Override
  public void warn(String message) {
    log.warn(message);
    display.warn(message);
  }

  @Override
  public boolean isCancelled() {
    return log.isCancelled() || display.isCancelled();
  }

  @Override
  public void onStep(int epoch, int step, int steps, StepLosses losses, double seconds) {
    display.onStep(epoch, step, steps, losses, seconds);
  }

  @Override
  public void onValidation(int epoch, ValidationScores scores, boolean best) {
    log.info(
        String.format(
            Locale.ROOT,
            "Epoch %d: validation Dice %.4f%s",
            epoch,
            scores.mean(),
            best ? ", the best so far" : ""));
    display.onValidation(epoch, scores, best);
  }

  @Override
  public void onEpoch(EpochRecord epoch) {
    log.info(
        String.format(
            Locale.ROOT,
            "Epoch %d: loss %.4f, learning rate %.3g, %.1f s",
            epoch.epoch(),
            epoch.losses().total(),
            epoch.learningRate(),
            epoch.seconds()));
    display.onEpoch(epoch);
  }
}
