/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.egcnn.evaluate.EmptyPolicy.Empty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmptyPolicyTest {

  @ParameterizedTest
  @CsvSource({
    // policy, empty, Dice, Jaccard, sensitivity, precision, HD95, ASSD, NSD
    "BRATS, BOTH, 1, 1, 1, 1, 0, 0, 1",
    "BRATS, REFERENCE, 0, 0, 0, 0, 373.1287, 373.1287, 0",
    "BRATS, PREDICTION, 0, 0, 0, 0, 373.1287, 373.1287, 0",
    "MONAI, BOTH, NaN, NaN, NaN, NaN, NaN, NaN, NaN",
    "MONAI, REFERENCE, NaN, NaN, NaN, NaN, NaN, NaN, NaN",
    "MONAI, PREDICTION, 0, 0, 0, NaN, NaN, NaN, 0",
    "NNUNET, BOTH, NaN, NaN, NaN, NaN, NaN, NaN, NaN",
    "NNUNET, REFERENCE, 0, 0, NaN, 0, NaN, NaN, 0",
    "NNUNET, PREDICTION, 0, 0, 0, NaN, NaN, NaN, 0"
  })
  void eachValueIsTheDocumentedOne(
      EmptyPolicy policy,
      Empty empty,
      double dice,
      double jaccard,
      double sensitivity,
      double precision,
      double hd95,
      double assd,
      double nsd) {
    assertEquals(dice, policy.value(Metric.DICE, empty));
    assertEquals(jaccard, policy.value(Metric.JACCARD, empty));
    assertEquals(sensitivity, policy.value(Metric.SENSITIVITY, empty));
    assertEquals(precision, policy.value(Metric.PRECISION, empty));
    assertEquals(hd95, policy.value(Metric.HD95, empty), 1e-4);
    assertEquals(assd, policy.value(Metric.ASSD, empty), 1e-4);
    assertEquals(nsd, policy.value(Metric.NSD, empty));
  }

  @Test
  void volumesHaveNoPolicy() {
    assertThrows(
        IllegalArgumentException.class,
        () -> EmptyPolicy.BRATS.value(Metric.VOLUME_DIFFERENCE, Empty.BOTH));
  }
}
