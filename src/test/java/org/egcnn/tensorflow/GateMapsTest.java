/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GateMapsTest {

  @Test
  void repeatsLowerResolutions() {
    try (Computation computation = new Computation()) {
      Node fine = computation.constant(new double[] {0, 1, 2, 3, 4, 5, 6, 7}, 1, 2, 2, 2, 1);
      Node coarse = computation.constant(new double[] {9}, 1, 1, 1, 1, 1);
      float[] maps =
          computation.run(GateMaps.of(computation.ops(), List.of(fine, coarse)).orElseThrow());
      assertArrayEquals(new float[] {0, 9, 1, 9, 2, 9, 3, 9, 4, 9, 5, 9, 6, 9, 7, 9}, maps);
      Node two = computation.constant(new double[] {1, 2}, 1, 1, 1, 2, 1);
      float[] pair =
          computation.run(
              GateMaps.of(
                      computation.ops(),
                      List.of(computation.constant(new double[16], 1, 2, 2, 4, 1), two))
                  .orElseThrow());
      for (int row = 0; row < 4; row++) {
        for (int x = 0; x < 4; x++) {
          assertTrue(pair[2 * (4 * row + x) + 1] == 1 + x / 2);
        }
      }
      assertTrue(GateMaps.of(computation.ops(), List.of()).isEmpty());
    }
  }
}
