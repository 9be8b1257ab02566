/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Corrects p-values for the number of tests (Holm 1979): the chance that any of the corrected ones
 * falls below a level though there is no difference anywhere is at most that level.
 */
public final class HolmCorrection {
  private HolmCorrection() {}

  /**
   * The corrected p-values: the smallest times n, the next times n - 1 and so on, never below that
   * of a smaller one and at most 1.
   *
   * @param p the p-values of all tests of one family
   * @return in the same order
   */
  public static double[] of(double[] p) {
    List<Integer> ascending =
        IntStream.range(0, p.length).boxed().sorted(Comparator.comparingDouble(i -> p[i])).toList();
    double[] corrected = new double[p.length];
    double largest = 0;
    for (int k = 0; k < p.length; k++) {
      int i = ascending.get(k);
      largest = Math.max(largest, Math.min(1, (p.length - k) * p[i]));
      corrected[i] = largest;
    }
    return corrected;
  }
}
