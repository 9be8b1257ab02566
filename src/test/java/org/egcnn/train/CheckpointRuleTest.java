/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CheckpointRuleTest {
  private final CheckpointRule rule = new CheckpointRule(30);

  @Test
  void savesAfterEachStepThatABatchSystemMayNotWaitFor() {
    assertTrue(rule.isDueAfterStep(12, 12));
    assertFalse(rule.isDueAfterStep(12, 3));
  }

  @Test
  void isPatientWithinAnEpoch() {
    assertFalse(rule.isDueAfterStep(299, 1));
    assertTrue(rule.isDueAfterStep(300, 1));
    assertFalse(rule.isDueAfterEpoch(29));
    assertTrue(rule.isDueAfterEpoch(30));
  }
}
