/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One cell of a {@link ReportTable}.
 *
 * @param text what is shown
 * @param value what the cell is sorted by in a column of numbers; cells without come last
 * @param link where a click on the text leads
 * @param strong whether the text stands out, as the best of its column does
 */
public record Cell(String text, OptionalDouble value, Optional<Link> link, boolean strong) {

  /** What stands for a value that does not exist. */
  public static final String MISSING = "–";

  /**
   * Checks the value.
   *
   * @throws IllegalArgumentException if it is NaN, which has no place in an order
   */
  public Cell {
    if (value.isPresent() && Double.isNaN(value.getAsDouble())) {
      throw new IllegalArgumentException("a cell cannot be sorted by NaN");
    }
  }

  /** Text, sorted by itself in a column of texts. */
  public static Cell of(String text) {
    return new Cell(text, OptionalDouble.empty(), Optional.empty(), false);
  }

  /**
   * A number; a dash if it is NaN or infinite.
   *
   * @param value sorts the cell
   * @param decimals how many digits are shown after the point, see {@link Decimals}
   */
  public static Cell number(double value, int decimals) {
    return number(value, Decimals.of(value, decimals));
  }

  /**
   * A number shown in a form of its own, such as {@code 0.91 ± 0.02}; a dash if it is NaN or
   * infinite.
   *
   * @param value sorts the cell
   */
  public static Cell number(double value, String text) {
    return Double.isFinite(value)
        ? new Cell(text, OptionalDouble.of(value), Optional.empty(), false)
        : of(MISSING);
  }

  /** The same cell as a link. */
  public Cell linkedTo(Link to) {
    return new Cell(text, value, Optional.of(to), strong);
  }

  /** The same cell standing out. */
  public Cell emphasised() {
    return new Cell(text, value, link, true);
  }
}
