/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

/** What the numbers of a paired comparison allow to say. */
enum Verdict {
  /**
   * The corrected p-value is below 0.05, and both the interval and the ranks are on the better side
   * of zero.
   */
  BETTER("better"),
  /** Likewise on the worse side. */
  WORSE("worse"),
  /** Anything else, which is not to say that there is no difference. */
  NONE_SHOWN("no difference shown");

  /** The level of the corrected p-values. */
  static final double LEVEL = 0.05;

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /**
   * The verdict.
   *
   * @param correctedP the p-value after correction for all tests
   * @param low the lower end of the difference's interval
   * @param high the upper end
   * @param ranks the rank sum of the cases above zero less that of the cases below, whose sign is
   *     what the test says: a few large differences may carry the mean to the other side
   * @param higherIsBetter the metric's direction
   */
  static Verdict of(
      double correctedP, double low, double high, double ranks, boolean higherIsBetter) {
    if (!(correctedP < LEVEL)) {
      return NONE_SHOWN;
    }
    if (low > 0 && ranks > 0) {
      return higherIsBetter ? BETTER : WORSE;
    }
    if (high < 0 && ranks < 0) {
      return higherIsBetter ? WORSE : BETTER;
    }
    return NONE_SHOWN;
  }

  @Override
  public String toString() {
    return words;
  }
}
