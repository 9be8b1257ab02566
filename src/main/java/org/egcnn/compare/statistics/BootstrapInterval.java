/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The 95 % confidence interval of a mean by the bootstrap, bias-corrected and accelerated (BCa,
 * Efron 1987). As in {@code scipy.stats.bootstrap}, the acceleration comes from the jackknife and
 * quantiles are interpolated linearly.
 *
 * @param mean the mean of the values
 * @param low the interval's lower end
 * @param high the interval's upper end
 */
public record BootstrapInterval(double mean, double low, double high) {
  /** The share of intervals that cover the true mean. */
  public static final double CONFIDENCE = 0.95;

  /** How often cases are drawn anew. */
  public static final int RESAMPLES = 10_000;

  /**
   * The interval of the mean of some values.
   *
   * @param values finite numbers, at least one; of a single one no interval is known, and the ends
   *     are NaN
   * @param seed decides the drawing
   */
  public static BootstrapInterval ofMean(double[] values, long seed) {
    double mean = Arrays.stream(values).average().orElseThrow();
    if (values.length < 2) {
      return new BootstrapInterval(mean, Double.NaN, Double.NaN);
    }
    double spread = Arrays.stream(values).map(v -> Math.abs(v - mean)).max().orElseThrow();
    if (spread == 0) {
      return new BootstrapInterval(mean, mean, mean);
    }
    double[] means = resampledMeans(values, new SplittableRandom(seed));
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    double below = Arrays.stream(means).filter(m -> m < mean).count();
    double equal = Arrays.stream(means).filter(m -> m == mean).count();
    double bias = normal.inverseCumulativeProbability((below + equal / 2) / means.length);
    double acceleration = acceleration(values, mean);
    double tail = normal.inverseCumulativeProbability((1 - CONFIDENCE) / 2);
    return new BootstrapInterval(
        mean,
        quantile(means, normal.cumulativeProbability(corrected(bias, tail, acceleration))),
        quantile(means, normal.cumulativeProbability(corrected(bias, -tail, acceleration))));
  }

  /** The means of the values drawn with replacement, ascending. */
  private static double[] resampledMeans(double[] values, SplittableRandom random) {
    int n = values.length;
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        sum += values[random.nextInt(n)];
      }
      means[i] = sum / n;
    }
    Arrays.sort(means);
    return means;
  }

  /** Efron's acceleration for a mean, whose jackknife values lie on the line through the values. */
  private static double acceleration(double[] values, double mean) {
    double cubes = 0;
    double squares = 0;
    for (double v : values) {
      // leaving a value out moves the mean by this, but for a factor that cancels
      double influence = v - mean;
      cubes += influence * influence * influence;
      squares += influence * influence;
    }
    return cubes / (6 * Math.pow(squares, 1.5));
  }

  private static double corrected(double bias, double tail, double acceleration) {
    double z = bias + tail;
    return bias + z / (1 - acceleration * z);
  }

  private static double quantile(double[] sorted, double share) {
    double rank = share * (sorted.length - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }
}
