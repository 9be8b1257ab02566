/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import org.egcnn.model.Size;

/**
 * A crop's size and the width of the network that it is for.
 *
 * @param size voxels; multiples of 8, for networks of four resolutions
 * @param width channels at the finest resolution
 */
public record SizedCrop(Size size, int width) {
  private static final int STEP = 8;

  /** Checks the ranges. */
  public SizedCrop {
    if (!size.roundUp(STEP).equals(size)) {
      throw new IllegalArgumentException("the sides of " + size + " must be multiples of " + STEP);
    }
    if (width < 1) {
      throw new IllegalArgumentException("the width must be at least 1");
    }
  }

  /**
   * Reads {@code 64x64x64:8} or, for a cube, {@code 64:8}.
   *
   * @throws IllegalArgumentException if it has another form
   */
  public static SizedCrop parse(String text) {
    String[] parts = text.trim().split(":");
    try {
      if (parts.length == 2) {
        String size = parts[0].contains("x") ? parts[0] : String.join("x", cube(parts[0]));
        return new SizedCrop(Size.parse(size), Integer.parseInt(parts[1].trim()));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(form(text), e);
    }
    throw new IllegalArgumentException(form(text));
  }

  private static String[] cube(String side) {
    return new String[] {side, side, side};
  }

  private static String form(String text) {
    return "'" + text + "' is no size with a width, such as 64:8 or 64x96x96:16";
  }

  @Override
  public String toString() {
    return size + ":" + width;
  }
}
