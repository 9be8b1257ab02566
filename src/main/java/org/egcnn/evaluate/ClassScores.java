/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The metrics of one class in one case.
 *
 * @param name the class's name
 * @param overlap the counts of voxels
 * @param values every metric's value, NaN where the {@link EmptyPolicy} leaves it out
 */
public record ClassScores(String name, Overlap overlap, Map<Metric, Double> values) {

  /**
   * Copies the values.
   *
   * @throws IllegalArgumentException if a metric is missing
   */
  public ClassScores {
    if (values.size() != Metric.values().length) {
      throw new IllegalArgumentException("a class's scores need every metric");
    }
    values = Collections.unmodifiableMap(new EnumMap<>(values));
  }

  /** One metric's value, which may be NaN. */
  public double get(Metric metric) {
    return values.get(metric);
  }
}
