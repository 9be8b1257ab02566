/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.List;

/**
 * The metrics of all classes in one case.
 *
 * @param name the case's name
 * @param classes the scores, one a class in the labels' order
 */
public record CaseScores(String name, List<ClassScores> classes) {

  /** Copies the list. */
  public CaseScores {
    classes = List.copyOf(classes);
  }

  /**
   * The scores of one class.
   *
   * @throws IllegalArgumentException if there is no such class
   */
  public ClassScores of(String className) {
    return classes.stream()
        .filter(c -> c.name().equals(className))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no class " + className));
  }

  /**
   * The case's mean over its classes, those with NaN left out; NaN if that leaves none.
   *
   * @param metric one for which a mean over classes has a meaning, see {@link Metric#isScore}
   */
  public double foreground(Metric metric) {
    return classes.stream()
        .mapToDouble(c -> c.get(metric))
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }
}
