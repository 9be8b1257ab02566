/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.egcnn.model.LabelClass;

/**
 * In which order classes are painted over each other: regions of more label values first, so that
 * of nested regions the inner ones are seen.
 */
final class PaintOrder {
  private PaintOrder() {}

  /** The classes' indices. */
  static List<Integer> of(List<LabelClass> classes) {
    return IntStream.range(0, classes.size())
        .boxed()
        .sorted(Comparator.comparing((Integer k) -> -classes.get(k).values().size()))
        .toList();
  }
}
