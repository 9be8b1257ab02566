/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Objects;
import org.egcnn.model.ModelCard;

/**
 * What is known of a training when its first step is about to be taken.
 *
 * @param card the model
 * @param settings how it is trained
 * @param steps the steps of an epoch
 * @param validates whether there are validation cases
 * @param history the epochs that were done before, if the training is resumed
 */
public record TrainingStart(
    ModelCard card, TrainingSettings settings, int steps, boolean validates, History history) {

  /** Checks that the parts are there. */
  public TrainingStart {
    Objects.requireNonNull(card);
    Objects.requireNonNull(settings);
    Objects.requireNonNull(history);
  }

  /** Whether a validation follows an epoch, counted from 1. */
  public boolean validatesAfter(int epoch) {
    return validates && settings.validatesAfter(epoch - 1);
  }
}
