/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.util.Optional;
import java.util.Set;
import org.egcnn.model.Size;
import org.egcnn.segment.Axis;
import org.egcnn.segment.OutputKind;
import org.egcnn.segment.SegmentSettings;

/**
 * The inputs that the segmenting commands share.
 *
 * @param window a size, or {@link #AUTO} for the model's crop
 * @param overlap the share that neighbouring windows share
 * @param mirror axes such as {@code xy}, or {@code none}
 * @param batch windows predicted at once
 */
record WindowInputs(String window, double overlap, String mirror, int batch) {
  /** Leaves a choice to the model, the data or the machine. */
  static final String AUTO = "auto";

  /**
   * The settings.
   *
   * @param outputs what is to be made
   * @throws IllegalArgumentException if an input is malformed or out of its range
   */
  SegmentSettings settings(Set<OutputKind> outputs) {
    return new SegmentSettings(
        window.equals(AUTO) ? Optional.empty() : Optional.of(Size.parse(window)),
        overlap,
        batch,
        Axis.parse(mirror),
        SegmentSettings.standard().skipEmpty(),
        outputs);
  }
}
