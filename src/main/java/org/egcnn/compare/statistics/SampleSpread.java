/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare.statistics;

import java.util.Arrays;

/** Where the values of a sample lie and how far apart. */
public final class SampleSpread {
  private SampleSpread() {}

  /** The mean; NaN without values. */
  public static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /**
   * The sample standard deviation, with n - 1 in the denominator; NaN for fewer than two values.
   */
  public static double std(double[] values) {
    if (values.length < 2) {
      return Double.NaN;
    }
    double mean = mean(values);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  /** The median; NaN without values. */
  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return mean(Arrays.copyOfRange(sorted, Math.max(0, (n - 1) / 2), n / 2 + (n > 0 ? 1 : 0)));
  }
}
