/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainingTimeTest {

  @Test
  void countsStepsAndValidations() {
    RemainingTime time = new RemainingTime(Courses.start(10, 40, List.of()));
    assertTrue(time.left(0, 0).isEmpty());
    time.step(60);
    time.step(0.5);
    assertEquals(399 * 0.5 - 0.5, time.left(0, 2).orElseThrow(), 1e-9, "the first step is odd");
    IntStream.range(0, 38).forEach(i -> time.step(0.5));
    time.epoch(Courses.epoch(1));
    assertEquals(360 * 0.5, time.left(1, 0).orElseThrow(), 1e-9);
    time.epoch(Courses.epoch(2));
    // four validations of 4 s follow, after epochs 4, 6, 8 and 10
    assertEquals(310 * 0.5 + 4 * 4, time.left(2, 10).orElseThrow(), 1e-9);
    assertEquals(4, time.left(9, 40).orElseThrow(), 1e-9);
    assertEquals(0, time.left(10, 0).orElseThrow(), 1e-9);
    assertEquals(20, time.secondsPerEpoch().orElseThrow(), 1e-9);
  }

  @Test
  void followsAChangeOfSpeed() {
    RemainingTime time = new RemainingTime(Courses.start(10, 40, List.of()));
    IntStream.range(0, 40).forEach(i -> time.step(1));
    IntStream.range(0, 100).forEach(i -> time.step(2));
    // 1 - 0.95^100 = 0.994 of the way from 40 s to 80 s
    assertEquals(79.763, time.secondsPerEpoch().orElseThrow(), 1e-3);
  }

  @Test
  void aResumedTrainingKnowsItsSpeed() {
    RemainingTime time = new RemainingTime(Courses.start(4, 40, Courses.epochs(2)));
    assertEquals(2 * 20 + 4, time.left(2, 0).orElseThrow(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({
    "0.04, 0.0 s",
    "9.94, 9.9 s",
    "10, 10 s",
    "59.4, 59 s",
    "59.6, 1 min 00 s",
    "3599, 59 min 59 s",
    "3599.6, 1 h 00 min",
    "3900, 1 h 05 min",
    "86399, 1 d 0 h",
    "180000, 2 d 2 h"
  })
  void speaksOfTwoUnits(double seconds, String text) {
    assertEquals(text, RemainingTime.text(seconds));
  }
}
