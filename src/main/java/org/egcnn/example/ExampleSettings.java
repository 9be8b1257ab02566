/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import java.util.List;
import java.util.Random;
import org.egcnn.model.Size;

/**
 * What example data to make.
 *
 * @param cases training cases, at least 1
 * @param testCases cases held out for testing, at least 0
 * @param size the size of each volume, each side from 16 to 512
 * @param spacing the voxel size in mm along x, y, z, each from 0.2 to 20
 * @param seed the same seed and settings give the same data
 */
public record ExampleSettings(
    int cases, int testCases, Size size, List<Double> spacing, long seed) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public ExampleSettings {
    spacing = List.copyOf(spacing);
    require(cases >= 1 && cases <= 10_000, "the number of cases must be from 1 to 10000");
    require(testCases >= 0 && testCases <= 10_000, "the test cases must be from 0 to 10000");
    require(
        spacing.size() == 3 && spacing.stream().allMatch(s -> s >= 0.2 && s <= 20),
        "the spacing must be three numbers from 0.2 to 20 mm");
    for (int side : new int[] {size.depth(), size.height(), size.width()}) {
      require(side >= 16 && side <= 512, "each side of an example must be from 16 to 512 voxels");
    }
  }

  /** Nine training cases and three test cases of 48x64x64 voxels of 4 mm. */
  public static ExampleSettings standard() {
    return new ExampleSettings(9, 3, new Size(48, 64, 64), List.of(4.0, 4.0, 4.0), 1);
  }

  /** A case's own random sequence; seed and number are spread so that neighbours share nothing. */
  Random random(int index) {
    long z = seed * 0x9E3779B97F4A7C15L + (index + 1) * 0xD1B54A32D192ED03L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return new Random(z ^ z >>> 31);
  }

  private static void require(boolean condition, String complaint) {
    if (!condition) {
      throw new IllegalArgumentException(complaint);
    }
  }
}
