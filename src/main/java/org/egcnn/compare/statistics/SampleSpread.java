/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare.statistics;

import org.apache.commons.math3.stat.StatUtils;

/** Where the values of a sample lie and how far apart. */
public final class SampleSpread {
  private SampleSpread() {}

  /** The mean; NaN without values. */
  public static double mean(double[] values) {
    return StatUtils.mean(values);
  }

  /**
   * The sample standard deviation, with n - 1 in the denominator; NaN for fewer than two values.
   */
  public static double std(double[] values) {
    return values.length < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(values));
  }

  /** The median; NaN without values. */
  public static double median(double[] values) {
    return StatUtils.percentile(values, 50);
  }
}
