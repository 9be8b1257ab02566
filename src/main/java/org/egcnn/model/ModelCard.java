/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import java.util.Objects;

/**
 * All that is needed, with the weights, to use a model on new volumes; {@code model.json}.
 *
 * @param format the version of this file's form, {@link #FORMAT}
 * @param name what the model is called, by default the dataset's name
 * @param architecture the network
 * @param preprocessing what is done to a volume first
 * @param labels what the outputs mean
 * @param crop the crop size it was trained with, which is also the default window
 * @param losses the loss it was trained with
 * @param software the program and version that wrote it
 */
public record ModelCard(
    int format,
    String name,
    Architecture architecture,
    Preprocessing preprocessing,
    Labels labels,
    Size crop,
    LossSettings losses,
    String software) {

  /** The form of model files that this version reads and writes. */
  public static final int FORMAT = 1;

  /** Checks that the parts are there and agree. */
  public ModelCard {
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "it has model format " + format + ", this version reads format " + FORMAT);
    }
    Objects.requireNonNull(name, "name is missing");
    Objects.requireNonNull(architecture, "architecture is missing");
    Objects.requireNonNull(preprocessing, "preprocessing is missing");
    Objects.requireNonNull(labels, "labels are missing");
    Objects.requireNonNull(crop, "crop is missing");
    Objects.requireNonNull(losses, "losses are missing");
    if (architecture.inputChannels() != preprocessing.channels().size()) {
      throw new IllegalArgumentException("architecture and preprocessing differ in channels");
    }
    if (architecture.outputs() != labels.size() || architecture.exclusive() != labels.exclusive()) {
      throw new IllegalArgumentException("architecture and labels differ in classes");
    }
  }

  /** The same model without its edge stream. */
  public ModelCard withoutEdgeStream() {
    return new ModelCard(
        format,
        name,
        architecture.withoutEdgeStream(),
        preprocessing,
        labels,
        crop,
        losses,
        software);
  }
}
