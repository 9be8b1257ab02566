/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.egcnn.volume.Volume;

/**
 * What came of one volume, on the grid and in the orientation of the original and with its NIfTI
 * forms.
 *
 * @param outputs one volume for each kind that was asked for: label values in one channel, or
 *     float32 probabilities 0 to 1 with one channel a class, or attention with one a gate
 */
public record Segmentation(Map<OutputKind, Volume> outputs) {

  /** Copies the map. */
  public Segmentation {
    outputs = Collections.unmodifiableMap(new EnumMap<>(outputs));
  }

  /**
   * One of the outputs.
   *
   * @throws IllegalArgumentException if it was not asked for
   */
  public Volume get(OutputKind kind) {
    Volume volume = outputs.get(kind);
    if (volume == null) {
      throw new IllegalArgumentException(kind + " was not asked for");
    }
    return volume;
  }
}
