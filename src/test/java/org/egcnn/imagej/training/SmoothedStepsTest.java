/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.egcnn.engine.StepLosses;
import org.junit.jupiter.api.Test;

class SmoothedStepsTest {
  private final SmoothedSteps steps = new SmoothedSteps();

  private static StepLosses losses(double total) {
    return new StepLosses(total, total / 2, total / 4, total / 8, 1);
  }

  @Test
  void isTheWeightedMeanOfAllStepsSoFar() {
    steps.add(3, 1, 4, losses(8));
    steps.add(3, 2, 4, losses(4));
    List<SmoothedSteps.Point> points = steps.drain();
    assertEquals(2.25, points.get(0).epochs());
    assertEquals(8, points.get(0).losses().total(), 1e-12);
    // weights 0.08 * 0.92 and 0.08
    double mean = (8 * 0.92 + 4) / 1.92;
    assertEquals(mean, points.get(1).losses().total(), 1e-12);
    assertEquals(mean / 8, points.get(1).losses().consistency(), 1e-12);
    assertEquals(List.of(), steps.drain());
  }

  @Test
  void beginsAnewWithEachEpoch() {
    steps.add(1, 1, 2, losses(8));
    steps.add(1, 2, 2, losses(8));
    steps.add(2, 1, 2, losses(1));
    List<SmoothedSteps.Point> points = steps.drain();
    assertEquals(1, points.size());
    assertEquals(1, points.get(0).losses().total(), 1e-12);
    assertEquals(1.5, points.get(0).epochs());
  }

  @Test
  void keepsFewPointsOfManySteps() {
    for (int step = 1; step <= 10_000; step++) {
      steps.add(1, step, 10_000, losses(1));
    }
    List<SmoothedSteps.Point> points = steps.drain();
    assertTrue(points.size() > 350 && points.size() <= 401, points.size() + " points");
    assertEquals(1, points.get(points.size() - 1).epochs());
  }
}
