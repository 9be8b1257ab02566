/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GaussianWeightsTest {

  @Test
  void fallsByTheGaussianOfAnEighthOfTheSide() {
    float[] weights = GaussianWeights.side(17);
    assertEquals(1, weights[8], 1e-7);
    // One standard deviation is 17 / 8 voxels; 4 voxels are 32/17 of them: exp(-0.5 (32/17)^2).
    assertEquals(0.17006, weights[12], 1e-5);
    assertEquals(weights[12], weights[4], 0);
  }

  @Test
  void isNeverZero() {
    for (int side : new int[] {1, 2, 16, 500}) {
      for (float weight : GaussianWeights.side(side)) {
        assertTrue(weight >= GaussianWeights.SMALLEST && weight <= 1);
      }
    }
  }

  @Test
  void sumsTheWindowsThatCoverAVoxel() {
    float[] side = GaussianWeights.side(4);
    float[] expected = {side[0], side[1], side[2] + side[0], side[3] + side[1], side[2], side[3]};
    assertArrayEquals(expected, GaussianWeights.sum(6, new long[] {0, 2}, 4));
    assertArrayEquals(new float[] {side[1], side[2]}, GaussianWeights.sum(2, new long[] {-1}, 4));
  }
}
