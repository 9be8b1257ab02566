/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DecimalsTest {

  @Test
  void roundsToDecimals() {
    assertEquals("1.23", Decimals.of(1.2345, 2));
    assertEquals("0.01", Decimals.of(0.0052, 2));
    assertEquals("0.00", Decimals.of(0, 2));
    assertEquals("NaN", Decimals.of(Double.NaN, 2));
    assertEquals("-3", Decimals.of(-3.1, 0));
  }

  @Test
  void keepsTwoDigitsOfWhatWouldBeNothing() {
    assertEquals("0.0049", Decimals.of(0.0049, 2));
    assertEquals("0.00010", Decimals.of(0.0001, 2));
    assertEquals("-0.0012", Decimals.of(-0.00123, 2));
  }

  @Test
  void writesSigns() {
    assertEquals("+0.50", Decimals.signed(0.5, 2));
    assertEquals("-0.50", Decimals.signed(-0.5, 2));
    assertEquals("+0.00", Decimals.signed(0, 2));
    assertEquals("+0.0012", Decimals.signed(0.0012, 2));
  }
}
