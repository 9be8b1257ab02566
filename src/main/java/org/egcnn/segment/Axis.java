/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** An axis of the network grid. */
public enum Axis {
  /** To the right in canonical orientation. */
  X,
  /** To the front in canonical orientation. */
  Y,
  /** Up in canonical orientation. */
  Z;

  /**
   * Reads a set of axes written as their letters, such as {@code xz}; nothing or {@code none} is
   * the empty set.
   *
   * @throws IllegalArgumentException if another letter occurs
   */
  public static Set<Axis> parse(String text) {
    Set<Axis> axes = EnumSet.noneOf(Axis.class);
    String letters = text.trim().toUpperCase(Locale.ROOT);
    if (letters.equals("NONE")) {
      return axes;
    }
    for (char letter : letters.toCharArray()) {
      switch (letter) {
        case 'X' -> axes.add(X);
        case 'Y' -> axes.add(Y);
        case 'Z' -> axes.add(Z);
        default ->
            throw new IllegalArgumentException("'" + text + "' is not a set of axes such as xyz");
      }
    }
    return axes;
  }
}
