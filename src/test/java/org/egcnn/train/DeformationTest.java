/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.egcnn.model.Size;
import org.junit.jupiter.api.Test;

class DeformationTest {
  private static final Size SIZE = new Size(10, 12, 16);
  private static final double[] SPACING = {0.5, 1, 3};

  @Test
  void displacementsHaveTheirRootMeanSquareInMillimetres() {
    SplittableRandom random = new SplittableRandom(1);
    int draws = 4000;
    double[] squares = new double[3];
    for (int i = 0; i < draws; i++) {
      Deformation deformation = Deformation.draw(1.5, SIZE, SPACING, random);
      int x = random.nextInt(16);
      int y = random.nextInt(12);
      int z = random.nextInt(10);
      for (int d = 0; d < 3; d++) {
        double moved = deformation.at(d, x, y, z);
        assertTrue(Math.abs(moved) <= deformation.bound(d));
        squares[d] += Math.pow(moved * SPACING[d], 2);
      }
    }
    for (double square : squares) {
      assertEquals(1.5, Math.sqrt(square / draws), 0.08);
    }
  }

  @Test
  void neighboursMoveAlike() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 50; i++) {
      Deformation deformation = Deformation.draw(1, SIZE, SPACING, random);
      for (int d = 0; d < 3; d++) {
        // no sine is shorter than half of the side of 16
        double steepest = deformation.bound(d) * 2 * Math.PI / 8;
        for (int x = 0; x < 15; x++) {
          double step = deformation.at(d, x + 1, 5, 5) - deformation.at(d, x, 5, 5);
          assertTrue(Math.abs(step) <= steepest);
        }
      }
    }
  }

  @Test
  void noneMovesNothing() {
    Deformation none = Deformation.draw(0, SIZE, SPACING, new SplittableRandom(3));
    assertEquals(0, none.at(0, 3, 4, 5), 0);
    assertEquals(0, none.bound(2), 0);
  }
}
