/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntensityStatisticsTest {

  @Test
  void aLargeOffsetCostsNoDigits() {
    IntensityStatistics.Collector collector = new IntensityStatistics.Collector();
    for (double value : new double[] {1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 6}) {
      collector.add(value);
    }
    // Deviations from the mean, 3: -2, -1, 0, 3; their mean square is 14 / 4.
    IntensityStatistics found = collector.statistics();
    assertEquals(1e9 + 3, found.mean());
    assertEquals(Math.sqrt(3.5), found.sd(), 1e-12);
  }

  @Test
  void pooledSetsAreOneSet() {
    IntensityStatistics pooled =
        IntensityStatistics.pooled(
            List.of(
                new IntensityStatistics(2, 0, 2, 1, 1),
                new IntensityStatistics(0, 0, 0, 0, 0),
                new IntensityStatistics(2, 10, 14, 12, 2)));
    // 0, 2, 10, 14: mean 6.5, squares 42.25 + 20.25 + 12.25 + 56.25 = 131.
    assertEquals(4, pooled.voxels());
    assertEquals(0, pooled.min());
    assertEquals(14, pooled.max());
    assertEquals(6.5, pooled.mean(), 1e-12);
    assertEquals(Math.sqrt(131 / 4.0), pooled.sd(), 1e-12);
  }

  @Test
  void nothingIsAllZero() {
    IntensityStatistics nothing = new IntensityStatistics(0, 0, 0, 0, 0);
    assertEquals(nothing, new IntensityStatistics.Collector().statistics());
    assertEquals(nothing, IntensityStatistics.pooled(List.of()));
  }
}
