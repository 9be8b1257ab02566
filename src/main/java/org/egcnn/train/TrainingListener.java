/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import org.egcnn.engine.StepLosses;
import org.egcnn.task.TaskListener;

/**
 * Follows a training. Asking for a stop lets the running step finish; the model and a checkpoint
 * are then written.
 */
public interface TrainingListener extends TaskListener {

  /** Ignores everything and never cancels. */
  TrainingListener SILENT = new TrainingListener() {};

  /** The cases are prepared; the first step comes next. */
  default void onStart(TrainingStart start) {}

  /**
   * A step was taken.
   *
   * @param epoch its epoch, from 1
   * @param step its place in the epoch, from 1
   * @param steps the epoch's steps
   * @param losses its losses
   * @param seconds how long it took, waiting for its crops included
   */
  default void onStep(int epoch, int step, int steps, StepLosses losses, double seconds) {}

  /**
   * Validation volumes were scored.
   *
   * @param epoch the epoch before, from 1
   * @param best whether these are the best scores so far
   */
  default void onValidation(int epoch, ValidationScores scores, boolean best) {}

  /** An epoch, with its validation if there was one, is finished. */
  default void onEpoch(EpochRecord epoch) {}

  /**
   * Whether to show now and then what the network makes of a crop; asked often. It costs up to a
   * twentieth of the time.
   */
  default boolean wantsPreview() {
    return false;
  }

  /** The network predicted a crop because {@link #wantsPreview} said so. */
  default void onPreview(CropPreview preview) {}
}
