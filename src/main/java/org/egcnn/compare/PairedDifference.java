/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.List;
import java.util.Optional;
import org.egcnn.compare.statistics.BootstrapInterval;
import org.egcnn.compare.statistics.WilcoxonSignedRank;
import org.egcnn.evaluate.Metric;

/**
 * How a variant differs from another in the same cases: a case's difference is that between its
 * means over the seeds both have.
 *
 * @param backbone the backbone of both
 * @param variant the variant
 * @param against the variant it is compared with
 * @param metric the metric
 * @param region the class or region, or {@value Region#AVERAGE}
 * @param seeds the seeds both have
 * @param seedDifferences the mean difference of each seed, in the seeds' order
 * @param cases the cases with a value in both for every seed
 * @param leftOut the cases without
 * @param interval the mean difference, variant less the other, and its 95 % interval over cases
 * @param test Wilcoxon's signed-rank test
 * @param correctedP the p-value after Holm's correction; empty for a difference that is shown but
 *     not tested
 */
record PairedDifference(
    String backbone,
    String variant,
    String against,
    Metric metric,
    String region,
    List<Long> seeds,
    List<Double> seedDifferences,
    int cases,
    int leftOut,
    BootstrapInterval interval,
    WilcoxonSignedRank test,
    Optional<Double> correctedP) {

  /** Copies the lists. */
  PairedDifference {
    seeds = List.copyOf(seeds);
    seedDifferences = List.copyOf(seedDifferences);
  }

  /** The same with a corrected p-value. */
  PairedDifference corrected(double p) {
    return new PairedDifference(
        backbone,
        variant,
        against,
        metric,
        region,
        seeds,
        seedDifferences,
        cases,
        leftOut,
        interval,
        test,
        Optional.of(p));
  }

  /** What may be said; empty for a difference that was not tested. */
  Optional<Verdict> verdict() {
    return correctedP.map(
        p ->
            Verdict.of(
                p,
                interval.low(),
                interval.high(),
                ranks(),
                ComparedMetric.higherIsBetter(metric)));
  }

  private double ranks() {
    return test.positive() - test.negative();
  }

  /** Whether most cases differ to one side, as ranks count, and their mean to the other. */
  boolean ranksDisagree() {
    return ranks() * interval.mean() < 0;
  }

  /** Whether the seeds' differences have different signs. */
  boolean seedsDisagree() {
    return seedDifferences.stream().anyMatch(d -> d > 0)
        && seedDifferences.stream().anyMatch(d -> d < 0);
  }
}
