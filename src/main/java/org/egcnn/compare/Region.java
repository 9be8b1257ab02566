/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.egcnn.evaluate.Metric;

/**
 * A column of the tables: a class or region of the labels, or the mean over them.
 *
 * @param name its name
 * @param index the class's place in the labels, or -1 for the mean over all
 */
record Region(String name, int index) {
  /** The name of the mean over classes, as in the paper's tables. */
  static final String AVERAGE = "average";

  /**
   * The columns, the main one first: the mean over the classes, taken in each case before it is
   * taken over cases, then each class; of a single class only that.
   *
   * @param meanName what the mean is called, if not {@value #AVERAGE}
   */
  static List<Region> of(List<String> classes, Optional<String> meanName) {
    List<Region> regions = new ArrayList<>();
    if (classes.size() > 1) {
      // a class may have that name itself
      String name = meanName.orElse(AVERAGE);
      regions.add(new Region(classes.contains(name) ? name + " of classes" : name, -1));
    }
    for (int k = 0; k < classes.size(); k++) {
      regions.add(new Region(classes.get(k), k));
    }
    return regions;
  }

  /** A case's value, which may be NaN. */
  double value(SavedScores scores, String caseName, Metric metric) {
    return index < 0 ? scores.mean(caseName, metric) : scores.of(caseName, index, metric);
  }

  /**
   * How much a case's value is above that in other scores.
   *
   * @return NaN if there is no value in one of them, or a class has a value in only one: means over
   *     different classes cannot be compared
   */
  double difference(SavedScores scores, SavedScores others, String caseName, Metric metric) {
    if (index < 0) {
      for (int k = 0; k < scores.classes().size(); k++) {
        boolean missing = Double.isNaN(scores.of(caseName, k, metric));
        if (missing != Double.isNaN(others.of(caseName, k, metric))) {
          return Double.NaN;
        }
      }
    }
    return value(scores, caseName, metric) - value(others, caseName, metric);
  }
}
