/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * Wilcoxon's signed-rank test of paired differences, two-sided (Wilcoxon 1945). Differences of zero
 * are left out, as Wilcoxon did; equal sizes share the mean of their ranks. Up to {@value
 * #LARGEST_EXACT} differences the p-value is exact, with equal sizes too: the share of all choices
 * of signs that are as extreme. Beyond, it comes from the normal approximation with correction for
 * ties and continuity. These are the conventions of {@code scipy.stats.wilcoxon} with {@code
 * zero_method="wilcox", correction=True}, which approximates wherever sizes are equal.
 *
 * @param positive the sum of the ranks of differences above zero, W+
 * @param negative the sum of the ranks of differences below zero, W-
 * @param count differences that are not zero
 * @param zeros differences that are zero
 * @param exact whether the p-value is exact
 * @param p the two-sided p-value; 1 if no difference is left
 */
public record WilcoxonSignedRank(
    double positive, double negative, int count, int zeros, boolean exact, double p) {

  /** Beyond, the approximation is good and 2 to the power of n no longer a small number. */
  public static final int LARGEST_EXACT = 25;

  /** Scores of the same masks differ by rounding alone if they were summed in another order. */
  private static final double ROUNDING = 1e-12;

  /**
   * Tests differences.
   *
   * @param differences finite numbers
   */
  public static WilcoxonSignedRank of(double[] differences) {
    double[] left = Arrays.stream(differences).filter(d -> Math.abs(d) > ROUNDING).toArray();
    int n = left.length;
    int zeros = differences.length - n;
    if (n == 0) {
      return new WilcoxonSignedRank(0, 0, 0, zeros, true, 1);
    }
    double[] sizes = withoutRounding(Arrays.stream(left).map(Math::abs).toArray());
    double[] ranks = new NaturalRanking().rank(sizes);
    double positive = 0;
    for (int i = 0; i < n; i++) {
      positive += left[i] > 0 ? ranks[i] : 0;
    }
    double negative = n * (n + 1) / 2.0 - positive;
    boolean exact = n <= LARGEST_EXACT;
    double smaller = Math.min(positive, negative);
    double p = exact ? exactP(smaller, ranks) : normalP(smaller, n, ties(sizes));
    return new WilcoxonSignedRank(positive, negative, n, zeros, exact, p);
  }

  /** The same sizes, those that differ by rounding alone made equal. */
  private static double[] withoutRounding(double[] sizes) {
    Integer[] order = IntStream.range(0, sizes.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> sizes[i]));
    double[] equal = sizes.clone();
    for (int i = 1; i < order.length; i++) {
      if (sizes[order[i]] - sizes[order[i - 1]] <= ROUNDING) {
        equal[order[i]] = equal[order[i - 1]];
      }
    }
    return equal;
  }

  /** The sum of t³ - t over the groups of t equal sizes; 0 without ties. */
  private static double ties(double[] sizes) {
    double[] sorted = sizes.clone();
    Arrays.sort(sorted);
    double sum = 0;
    int first = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[first]) {
        double t = i - first;
        sum += t * t * t - t;
        first = i;
      }
    }
    return sum;
  }

  /** Twice the share of the 2ⁿ ways to choose signs that give a rank sum of at most this. */
  private static double exactP(double smaller, double[] ranks) {
    // shared ranks are halves: all are counted twice
    int largest = (int) Math.round(2 * smaller);
    double[] ways = new double[largest + 1];
    ways[0] = 1;
    for (double rank : ranks) {
      int twice = (int) Math.round(2 * rank);
      for (int sum = largest; sum >= twice; sum--) {
        ways[sum] += ways[sum - twice];
      }
    }
    return Math.min(1, 2 * Arrays.stream(ways).sum() / Math.pow(2, ranks.length));
  }

  private static double normalP(double smaller, int n, double ties) {
    double mean = n * (n + 1) / 4.0;
    double variance = n * (n + 1) * (2.0 * n + 1) / 24 - ties / 48;
    double z = Math.max(0, mean - smaller - 0.5) / Math.sqrt(variance);
    return Erf.erfc(z / Math.sqrt(2));
  }
}
