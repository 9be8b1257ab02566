/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * Numbers with so many digits after the point, which is a point in every language. What would be
 * 0.00 without being 0, as distances between cells in mm, has two digits that count instead.
 */
public final class Decimals {
  private static final MathContext TWO_DIGITS = new MathContext(2);

  private Decimals() {}

  /**
   * The text of a number.
   *
   * @param value any number
   * @param decimals digits after the point
   */
  public static String of(double value, int decimals) {
    return isTooSmall(value, decimals)
        ? new BigDecimal(value).round(TWO_DIGITS).toPlainString()
        : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** The text of a number with its sign, {@code +} too. */
  public static String signed(double value, int decimals) {
    String text = of(value, decimals);
    return text.startsWith("-") || Double.isNaN(value) ? text : "+" + text;
  }

  private static boolean isTooSmall(double value, int decimals) {
    return value != 0 && Math.abs(value) < 0.5 * Math.pow(10, -decimals);
  }
}
