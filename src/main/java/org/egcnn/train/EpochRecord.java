/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Optional;
import org.egcnn.engine.StepLosses;
import org.egcnn.inspect.Inspection;

/**
 * What one epoch brought.
 *
 * @param epoch the epoch, from 1
 * @param learningRate the rate of its steps
 * @param losses mean losses of its steps
 * @param seconds how long its steps took, without validation
 * @param validation the scores after it, if it was followed by a validation
 * @param inspection what was found inside the network after it, if it was looked for
 */
public record EpochRecord(
    int epoch,
    double learningRate,
    StepLosses losses,
    double seconds,
    Optional<ValidationScores> validation,
    Optional<Inspection> inspection) {

  /** An epoch after which nobody looked inside the network. */
  public EpochRecord(
      int epoch,
      double learningRate,
      StepLosses losses,
      double seconds,
      Optional<ValidationScores> validation) {
    this(epoch, learningRate, losses, seconds, validation, Optional.empty());
  }
}
