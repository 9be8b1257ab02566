/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PolynomialDecayTest {

  @Test
  void followsTheFormula() {
    PolynomialDecay decay = new PolynomialDecay(1e-4, 300, 0.9, 0);
    assertEquals(1e-4, decay.rate(0), 0);
    // (1/2)^0.9 = 0.535886731268146
    assertEquals(0.535886731268146e-4, decay.rate(150), 1e-18);
    // (1/300)^0.9 = 0.00589645340158141920673
    assertEquals(5.89645340158141920673e-7, decay.rate(299), 1e-20);
  }

  @Test
  void powerZeroKeepsTheRate() {
    assertEquals(0.01, new PolynomialDecay(0.01, 10, 0, 0).rate(9), 0);
  }

  @Test
  void warmUpRisesToTheCurve() {
    PolynomialDecay decay = new PolynomialDecay(1, 10, 0, 4);
    assertEquals(0.2, decay.rate(0), 1e-15);
    assertEquals(0.8, decay.rate(3), 1e-15);
    assertEquals(1, decay.rate(4), 0);
  }
}
