/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.List;
import org.egcnn.evaluate.Metric;
import org.egcnn.report.Decimals;

/** The metrics of a comparison, how they are written, and which way is better. */
final class ComparedMetric {
  /** The metrics in the tables' order. */
  static final List<Metric> ALL = List.of(Metric.DICE, Metric.HD95, Metric.NSD);

  private ComparedMetric() {}

  /** Whether a higher value is better; a distance is better if lower. */
  static boolean higherIsBetter(Metric metric) {
    return metric != Metric.HD95;
  }

  /** A value with the digits that mean something; a dash if there is none. */
  static String format(Metric metric, double value) {
    return Double.isNaN(value) ? "–" : Decimals.of(value, metric.decimals());
  }

  /** A difference with its sign. */
  static String signed(Metric metric, double value) {
    return Double.isNaN(value) ? "–" : Decimals.signed(value, metric.decimals());
  }
}
