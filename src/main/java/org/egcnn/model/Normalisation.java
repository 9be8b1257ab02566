/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

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

  /** A method without a window. */
  public static Normalisation of(Kind kind) {
    return new Normalisation(kind, 0, 0);
  }

  /** A window, {@code lower < upper}. */
  public static Normalisation window(double lower, double upper) {
    if (!(lower < upper)) {
      throw new IllegalArgumentException("a window needs lower < upper");
    }
    return new Normalisation(Kind.WINDOW, lower, upper);
  }
}
