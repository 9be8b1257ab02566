/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import java.util.List;
import java.util.Optional;

/**
 * What is done to a volume before the network sees it.
 *
 * @param channels the image channels' names in their fixed order, such as T1, FLAIR
 * @param normalisation one method a channel
 * @param spacing the voxel size in mm, x y z in canonical orientation, that volumes are resampled
 *     to; empty keeps each volume's own grid
 * @param canonical whether volumes are first turned to the canonical axis order (x to the right, y
 *     to the front, z up: RAS)
 */
public record Preprocessing(
    List<String> channels,
    List<Normalisation> normalisation,
    Optional<List<Double>> spacing,
    boolean canonical) {

  /** Checks that the lists match. */
  public Preprocessing {
    channels = List.copyOf(channels);
    normalisation = List.copyOf(normalisation);
    if (channels.isEmpty() || channels.size() != normalisation.size()) {
      throw new IllegalArgumentException("one normalisation a channel is needed");
    }
    if (spacing.isPresent() && !isSpacing(spacing.get())) {
      throw new IllegalArgumentException("a spacing has three finite numbers above 0");
    }
  }

  private static boolean isSpacing(List<Double> sides) {
    return sides.size() == 3
        && sides.stream().allMatch(side -> side != null && side > 0 && Double.isFinite(side));
  }
}
