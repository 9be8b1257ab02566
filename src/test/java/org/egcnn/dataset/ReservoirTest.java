/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReservoirTest {

  @Test
  void fewValuesAreAllKept() {
    assertArrayEquals(new float[] {0, 1, 2}, filled(5, 3, 1));
  }

  @Test
  void manyValuesAreSampledEvenly() {
    // Uniform on 0..99999: mean 50000, standard error of 2000 draws 28868 / sqrt(2000) = 645.
    float[] sample = filled(2000, 100_000, 1);
    double mean = 0;
    for (float value : sample) {
      mean += value / sample.length;
    }
    assertEquals(50_000, mean, 4 * 645);
    assertEquals(2000, distinct(sample));
  }

  @Test
  void theSeedDecides() {
    assertArrayEquals(filled(10, 1000, 5), filled(10, 1000, 5));
    assertFalse(Arrays.equals(filled(10, 1000, 5), filled(10, 1000, 6)));
  }

  private static float[] filled(int capacity, int count, long seed) {
    Reservoir reservoir = new Reservoir(capacity, seed);
    for (int i = 0; i < count; i++) {
      reservoir.add(i);
    }
    return reservoir.values();
  }

  private static long distinct(float[] sample) {
    float[] sorted = sample.clone();
    Arrays.sort(sorted);
    long distinct = 1;
    for (int i = 1; i < sorted.length; i++) {
      distinct += sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    return distinct;
  }
}
