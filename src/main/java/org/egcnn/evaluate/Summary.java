/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.StatUtils;
import org.egcnn.report.Decimals;

/**
 * One metric over many cases. NaN values are left out; with nothing left all numbers are NaN.
 *
 * @param mean the mean
 * @param std the sample standard deviation, with n - 1 in the denominator (numpy's {@code ddof=1},
 *     where numpy's default is 0); NaN for fewer than two values
 * @param median the median
 * @param count the number of values that are not NaN
 */
public record Summary(double mean, double std, double median, int count) {

  /** Summarises values, NaN among them. */
  public static Summary of(DoubleStream all) {
    double[] values = all.filter(v -> !Double.isNaN(v)).toArray();
    return new Summary(
        StatUtils.mean(values),
        values.length < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(values)),
        StatUtils.percentile(values, 50),
        values.length);
  }

  /**
   * The mean and, of several values, the standard deviation, such as {@code 0.91 ± 0.02}.
   *
   * @param decimals digits after the point
   * @param cases how many cases there are; if fewer entered, their number is named
   */
  public String text(int decimals, int cases) {
    String text = Decimals.of(mean, decimals);
    if (count > 1) {
      text += " ± " + Decimals.of(std, decimals);
    }
    return count < cases ? text + " (n=" + count + ")" : text;
  }
}
