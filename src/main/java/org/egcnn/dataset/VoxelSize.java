/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * On which voxels a network shall see volumes.
 *
 * @param millimetres the sides along x, y, z in canonical orientation, each above 0 and at most
 *     {@value #LARGEST}; empty for each volume's own
 */
public record VoxelSize(Optional<List<Double>> millimetres) {
  private static final double LARGEST = 1000;
  private static final String ORIGINAL = "original";

  /** Checks the numbers and copies them. */
  public VoxelSize {
    millimetres = millimetres.map(List::copyOf);
    millimetres.ifPresent(
        sides -> {
          if (sides.size() != 3 || sides.stream().anyMatch(s -> !(s > 0 && s <= LARGEST))) {
            throw new IllegalArgumentException(
                "a voxel size is one or three numbers of mm above 0, such as 1 or 1,1,2.5");
          }
        });
  }

  /**
   * Reads {@code original}, one number for cubes, or three for x, y, z, separated by commas.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  public static VoxelSize parse(String text) {
    if (text.trim().toLowerCase(Locale.ROOT).equals(ORIGINAL)) {
      return new VoxelSize(Optional.empty());
    }
    try {
      List<Double> sides = Arrays.stream(text.split(",", -1)).map(Double::valueOf).toList();
      return new VoxelSize(
          Optional.of(sides.size() == 1 ? Collections.nCopies(3, sides.get(0)) : sides));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no voxel size: give mm, such as 1 or 1,1,2.5, or 'original'", e);
    }
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return millimetres
        .map(sides -> sides.stream().map(String::valueOf).collect(Collectors.joining(",")))
        .orElse(ORIGINAL);
  }
}
