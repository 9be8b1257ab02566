/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.List;

/**
 * The scores of all cases, and what they were computed with.
 *
 * @param classNames the classes in the labels' order
 * @param cases the cases' scores, ordered by name
 * @param policy what empty masks are worth
 * @param toleranceMm the tolerance of the normalised surface Dice, mm
 * @param meanName what readers are told the mean over the classes is called; programs find it under
 *     {@link #FOREGROUND}
 */
public record Evaluation(
    List<String> classNames,
    List<CaseScores> cases,
    EmptyPolicy policy,
    double toleranceMm,
    String meanName) {

  /**
   * The name under which the mean over the classes is reported. In every case the classes' mean is
   * taken first, NaN left out, and those means are then summarised over the cases, so that they
   * have a standard deviation and can be compared case by case. This is the BraTS average and the
   * KiTS composite; nnU-Net's {@code foreground_mean} averages the class means instead, which is
   * the same where no value is NaN.
   */
  public static final String FOREGROUND = "foreground";

  /** An evaluation whose mean has the usual name. */
  public Evaluation(
      List<String> classNames, List<CaseScores> cases, EmptyPolicy policy, double toleranceMm) {
    this(classNames, cases, policy, toleranceMm, EvaluationSettings.MEAN_NAME);
  }

  /** Copies the lists. */
  public Evaluation {
    classNames = List.copyOf(classNames);
    cases = List.copyOf(cases);
  }

  /**
   * One metric of one class over all cases.
   *
   * @throws IllegalArgumentException if there is no such class
   */
  public Summary summary(String className, Metric metric) {
    return Summary.of(cases.stream().mapToDouble(c -> c.of(className).get(metric)));
  }

  /** The mean of a metric over the classes, over all cases; see {@link #FOREGROUND}. */
  public Summary foreground(Metric metric) {
    return Summary.of(cases.stream().mapToDouble(c -> c.foreground(metric)));
  }
}
