/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SidedClassesTest {

  @ParameterizedTest
  @CsvSource({
    "left kidney, right kidney",
    "Kidney_Left, Kidney_Right",
    "hippocampus-lh, hippocampus-rh",
    "LeftLung, RightLung",
    "femur l, femur r"
  })
  void findsPairsInAnyOrder(String left, String right) {
    Optional<SidedClasses> expected = Optional.of(new SidedClasses(left, right));
    assertEquals(expected, SidedClasses.among(List.of("x", left, right)));
    assertEquals(expected, SidedClasses.among(List.of(right, "x", left)));
  }

  @Test
  void otherClassesAreNoPairs() {
    assertEquals(
        Optional.empty(),
        SidedClasses.among(
            List.of("left kidney", "right lung", "Anterior", "Posterior", "l", "liver")));
  }
}
