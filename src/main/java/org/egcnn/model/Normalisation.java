/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import java.util.Locale;
import org.egcnn.task.Choice;

/**
 * How the intensities of one channel become network input.
 *
 * @param kind the method
 * @param lower for {@link Kind#WINDOW}: the intensity mapped to -1, lower ones clipped
 * @param upper for {@link Kind#WINDOW}: the intensity mapped to +1, higher ones clipped
 */
public record Normalisation(Kind kind, double lower, double upper) {

  /** The methods. */
  public enum Kind {
    /** Mean 0 and standard deviation 1 over the whole volume. */
    Z_SCORE,
    /** Mean 0 and standard deviation 1 over the non-zero voxels; zero voxels stay 0. */
    Z_SCORE_NONZERO,
    /** Linear from [lower, upper] to [-1, 1], clipped. */
    WINDOW,
    /** Intensities as they are. */
    NONE
  }

  /** Checks the window, if it is one. */
  public Normalisation {
    if (kind == Kind.WINDOW
        && !(lower < upper && Double.isFinite(lower) && Double.isFinite(upper))) {
      throw new IllegalArgumentException("a window needs lower < upper");
    }
  }

  /** A method without a window. */
  public static Normalisation of(Kind kind) {
    return new Normalisation(kind, 0, 0);
  }

  /** A window, {@code lower < upper}. */
  public static Normalisation window(double lower, double upper) {
    return new Normalisation(Kind.WINDOW, lower, upper);
  }

  /**
   * Reads {@code z-score}, {@code z-score-nonzero}, {@code none} or {@code window:LOWER:UPPER}.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  public static Normalisation parse(String text) {
    String[] parts = text.trim().toLowerCase(Locale.ROOT).split(":", -1);
    try {
      if (parts.length == 3 && parts[0].equals(Choice.name(Kind.WINDOW))) {
        return window(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
      }
    } catch (NumberFormatException e) {
      // falls through to the complaint below
    }
    for (Kind kind : Kind.values()) {
      if (parts.length == 1 && kind != Kind.WINDOW && parts[0].equals(Choice.name(kind))) {
        return of(kind);
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' is none of z-score, z-score-nonzero, window:LOWER:UPPER, none");
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return kind == Kind.WINDOW ? Choice.name(kind) + ":" + lower + ":" + upper : Choice.name(kind);
  }
}
