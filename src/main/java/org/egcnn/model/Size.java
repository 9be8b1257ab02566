/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

/**
 * The size of a box of voxels as the network sees it.
 *
 * @param depth voxels along z
 * @param height voxels along y
 * @param width voxels along x
 */
public record Size(int depth, int height, int width) {

  /** Rejects sizes below one voxel. */
  public Size {
    if (depth < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException("a size must be at least 1x1x1");
    }
  }

  /**
   * Reads a size written as {@code DxHxW} or as one number for a cube.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  public static Size parse(String text) {
    String[] parts = text.trim().toLowerCase(java.util.Locale.ROOT).split("x");
    try {
      if (parts.length == 1) {
        int side = Integer.parseInt(parts[0]);
        return new Size(side, side, side);
      }
      if (parts.length == 3) {
        return new Size(
            Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
      }
    } catch (NumberFormatException e) {
      // falls through to the complaint below
    }
    throw new IllegalArgumentException("'" + text + "' is not a size such as 96x96x96");
  }

  /** The number of voxels. */
  public long voxels() {
    return (long) depth * height * width;
  }

  /** The smallest size not below this one whose sides are multiples of {@code step}. */
  public Size roundUp(int step) {
    return new Size(roundUp(depth, step), roundUp(height, step), roundUp(width, step));
  }

  private static int roundUp(int n, int step) {
    return (n + step - 1) / step * step;
  }

  @Override
  public String toString() {
    return depth + "x" + height + "x" + width;
  }
}
