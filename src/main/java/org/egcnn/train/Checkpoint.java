/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Map;
import java.util.Objects;
import org.egcnn.model.ModelCard;
import org.egcnn.model.WeightTensor;

/**
 * All that is needed to go on with a training as if it had not stopped.
 *
 * @param description what is trained and how far it has come
 * @param state weights and optimiser state
 */
record Checkpoint(Description description, Map<String, WeightTensor> state) {

  /** The version of the form of {@link Description}. */
  static final int FORMAT = 2;

  /**
   * The readable part.
   *
   * @param format {@link #FORMAT}
   * @param stateSha256 the checksum of the state's file
   * @param card the model
   * @param settings how it is trained
   * @param data the checksum of the data's description
   * @param progress how far it has come
   */
  record Description(
      int format,
      String stateSha256,
      ModelCard card,
      TrainingSettings settings,
      String data,
      Progress progress) {

    /** Checks that the parts are there. */
    Description {
      if (format != FORMAT) {
        throw new IllegalArgumentException(
            "it has checkpoint format " + format + ", this version reads format " + FORMAT);
      }
      Objects.requireNonNull(stateSha256, "the checksum is missing");
      Objects.requireNonNull(card, "the model is missing");
      Objects.requireNonNull(settings, "the settings are missing");
      Objects.requireNonNull(data, "the data's checksum is missing");
      Objects.requireNonNull(progress, "the progress is missing");
    }
  }
}
