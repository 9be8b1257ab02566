/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SummaryTest {

  @Test
  void leavesNaNOut() {
    // Deviations from 5 are -3, -1, 4: squares 26, divided by 2.
    Summary summary = Summary.of(DoubleStream.of(9, Double.NaN, 2, 4));
    assertEquals(5, summary.mean());
    assertEquals(Math.sqrt(13), summary.std(), 1e-12);
    assertEquals(4, summary.median());
    assertEquals(3, summary.count());
  }

  @Test
  void medianOfAnEvenNumberIsTheMiddle() {
    assertEquals(2.5, Summary.of(DoubleStream.of(4, 1, 2, 3)).median());
  }

  @Test
  void oneValueHasNoDeviationAndNoneHasNothing() {
    assertEquals(new Summary(7, Double.NaN, 7, 1), Summary.of(DoubleStream.of(7)));
    assertEquals(
        new Summary(Double.NaN, Double.NaN, Double.NaN, 0),
        Summary.of(DoubleStream.of(Double.NaN)));
  }
}
