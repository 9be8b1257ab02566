/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.util.Arrays;

/**
 * How long something took.
 *
 * @param runs how often it was measured, warm-up not counted
 * @param medianSeconds the median; of an even number of runs the mean of the middle two
 * @param minSeconds the shortest
 */
public record Timing(int runs, double medianSeconds, double minSeconds) {

  /**
   * Sums up measurements.
   *
   * @param seconds at least one, in any order
   * @throws IllegalArgumentException if there is none
   */
  public static Timing of(double... seconds) {
    if (seconds.length == 0) {
      throw new IllegalArgumentException("a timing needs at least one measurement");
    }
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return new Timing(n, (sorted[(n - 1) / 2] + sorted[n / 2]) / 2, sorted[0]);
  }
}
