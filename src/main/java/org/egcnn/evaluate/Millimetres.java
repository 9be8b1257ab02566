/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;

/** Lengths in words. */
final class Millimetres {
  private Millimetres() {}

  /** A length without needless digits, such as {@code 1 mm}, {@code 0.5 mm} or {@code 20 µm}. */
  static String text(double value) {
    return value < 0.1 ? plain(1000 * value) + " µm" : plain(value) + " mm";
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value)
        .round(MathContext.DECIMAL32)
        .stripTrailingZeros()
        .toPlainString();
  }
}
