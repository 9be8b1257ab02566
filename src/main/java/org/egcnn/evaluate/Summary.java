/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

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
    double[] values = all.filter(v -> !Double.isNaN(v)).sorted().toArray();
    int n = values.length;
    if (n == 0) {
      return new Summary(Double.NaN, Double.NaN, Double.NaN, 0);
    }
    double mean = Arrays.stream(values).average().getAsDouble();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double std = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
    double median = n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
    return new Summary(mean, std, median, n);
  }

  /**
   * The mean and, of several values, the standard deviation, such as {@code 0.91 ± 0.02}.
   *
   * @param decimals digits after the point
   * @param cases how many cases there are; if fewer entered, their number is named
   */
  public String text(int decimals, int cases) {
    String format = "%." + decimals + "f";
    String text = String.format(Locale.ROOT, format, mean);
    if (count > 1) {
      text += " ± " + String.format(Locale.ROOT, format, std);
    }
    return count < cases ? text + " (n=" + count + ")" : text;
  }
}
