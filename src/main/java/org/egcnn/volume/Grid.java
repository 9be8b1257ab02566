/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.util.Locale;

/**
 * Where a volume's voxels are: how many there are and where they lie in the world.
 *
 * @param width voxels along x
 * @param height voxels along y
 * @param depth voxels along z
 * @param affine voxel index (x, y, z) to RAS mm
 */
public record Grid(long width, long height, long depth, Affine affine) {

  /** The size as an array x, y, z. */
  public long[] size() {
    return new long[] {width, height, depth};
  }

  /** The voxel size in mm, x, y, z. */
  public double[] spacing() {
    return affine.spacing();
  }

  /** The number of voxels. */
  public long voxels() {
    return width * height * depth;
  }

  /**
   * Whether another grid has the same size and puts every corner within a tolerance. Corners are
   * those of the outer voxels, half a voxel beyond their centres, so that the thickness of a single
   * slice counts too.
   *
   * @param tolerance in units of the smallest voxel side, such as 0.05
   */
  public boolean matches(Grid other, double tolerance) {
    if (width != other.width || height != other.height || depth != other.depth) {
      return false;
    }
    double[] spacing = spacing();
    double limit = tolerance * Math.min(spacing[0], Math.min(spacing[1], spacing[2]));
    for (int corner = 0; corner < 8; corner++) {
      double x = (corner & 1) * (double) width - 0.5;
      double y = (corner >> 1 & 1) * (double) height - 0.5;
      double z = (corner >> 2) * (double) depth - 0.5;
      double[] a = affine.apply(x, y, z);
      double[] b = other.affine.apply(x, y, z);
      for (int i = 0; i < 3; i++) {
        if (!(Math.abs(a[i] - b[i]) <= limit)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The grid in words, for messages. */
  @Override
  public String toString() {
    double[] s = spacing();
    double[] o = affine.apply(0, 0, 0);
    return String.format(
        Locale.ROOT,
        "%dx%dx%d voxels of %.4gx%.4gx%.4g mm, first voxel at (%.4g, %.4g, %.4g)",
        width,
        height,
        depth,
        s[0],
        s[1],
        s[2],
        o[0],
        o[1],
        o[2]);
  }
}
