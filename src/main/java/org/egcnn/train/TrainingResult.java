/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.nio.file.Path;

/**
 * What a training left.
 *
 * @param folder the model folder
 * @param ending why it stopped; a usable model is there in every case
 * @param history its course
 */
public record TrainingResult(Path folder, Ending ending, History history) {

  /** Why a training stopped. */
  public enum Ending {
    /** All epochs are done. */
    FINISHED("finished"),
    /** The scores no longer rose. */
    STOPPED_EARLY("stopped early"),
    /** The user asked for it. */
    CANCELLED("cancelled");

    private final String label;

    Ending(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }
}
