/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.List;
import java.util.Objects;
import org.egcnn.engine.StepLosses;

/**
 * How far a training has come.
 *
 * @param history the finished epochs
 * @param sums the losses of the steps of the epoch that has begun
 * @param seconds how long those steps took
 */
record Progress(History history, LossSums sums, double seconds) {

  /** Before the first step. */
  static final Progress START = new Progress(new History(List.of()), LossSums.NONE, 0);

  /** Checks that the parts are there. */
  Progress {
    Objects.requireNonNull(history, "history is missing");
    Objects.requireNonNull(sums, "sums are missing");
  }

  /** The epoch that has begun or comes next, from 0. */
  int epoch() {
    return history.epochs().size();
  }

  /** Steps of it that are done. */
  int step() {
    return sums.steps();
  }

  /** With one step more. */
  Progress plus(StepLosses losses, double stepSeconds) {
    return new Progress(history, sums.plus(losses), seconds + stepSeconds);
  }

  /** With the epoch finished. */
  Progress finish(EpochRecord epoch) {
    return new Progress(history.plus(epoch), LossSums.NONE, 0);
  }
}
