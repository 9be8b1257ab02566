/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.egcnn.model.LabelClass;
import org.egcnn.task.BadInputException;

/**
 * How to evaluate.
 *
 * @param policy what empty masks are worth
 * @param toleranceMm the tolerance of the normalised surface Dice, mm, at least 0
 * @param allowMissing whether references may lack a prediction, see {@link CasePair#match}
 * @param figures whether to draw a figure of each case
 * @param overwrite whether a folder with files in it may be written to
 * @param threads how many threads to use, at least 1
 * @param meanName what results call the mean over the classes, such as {@code Composite}
 */
public record EvaluationSettings(
    EmptyPolicy policy,
    double toleranceMm,
    boolean allowMissing,
    boolean figures,
    boolean overwrite,
    int threads,
    String meanName) {

  /** What the mean is called where nobody names it. */
  public static final String MEAN_NAME = "mean of classes";

  /** Checks the ranges. */
  public EvaluationSettings {
    if (!(toleranceMm >= 0 && toleranceMm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the tolerance must be 0 mm or more: " + toleranceMm);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("at least 1 thread is needed: " + threads);
    }
    if (meanName.isBlank()) {
      throw new IllegalArgumentException("the mean over the classes needs a name");
    }
  }

  /** Settings with which the mean is called {@value #MEAN_NAME}. */
  public EvaluationSettings(
      EmptyPolicy policy,
      double toleranceMm,
      boolean allowMissing,
      boolean figures,
      boolean overwrite,
      int threads) {
    this(policy, toleranceMm, allowMissing, figures, overwrite, threads, MEAN_NAME);
  }

  /**
   * Makes sure that results can name each class.
   *
   * @throws BadInputException if two classes have the same name, or one has that of their mean
   */
  public void requireNames(List<LabelClass> classes) throws BadInputException {
    Set<String> names = new TreeSet<>();
    for (LabelClass labelClass : classes) {
      boolean taken =
          classes.size() > 1
              && List.of(Evaluation.FOREGROUND, meanName).contains(labelClass.name());
      if (!names.add(labelClass.name()) || taken) {
        throw new BadInputException(
            "the class name '"
                + labelClass.name()
                + "' stands for something else in results as well; rename the class in the labels");
      }
    }
  }

  /** nnU-Net's policy, 1 mm, nothing missing, with figures, no overwriting, all processors. */
  public static EvaluationSettings standard() {
    return new EvaluationSettings(
        EmptyPolicy.NNUNET, 1, false, true, false, Runtime.getRuntime().availableProcessors());
  }
}
