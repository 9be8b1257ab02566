/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import net.imglib2.Interval;

/** The checks of arguments that the operations of this package have in common. */
final class Arguments {
  private Arguments() {}

  /**
   * Requires the axes x, y, z with at least one voxel each and slices (x, y) that fit into one Java
   * array.
   */
  static void requireVolume(Interval image) {
    if (image.numDimensions() != 3) {
      throw new IllegalArgumentException(
          "an image needs the axes x, y, z, not " + image.numDimensions() + " axes");
    }
    requireSize(image.dimensionsAsLongArray());
  }

  /** Requires three sizes of at least 1 and slices (x, y) that fit into one Java array. */
  static void requireSize(long[] size) {
    if (size.length != 3) {
      throw new IllegalArgumentException("a size needs three numbers, not " + size.length);
    }
    for (long n : size) {
      if (n < 1 || n > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("a size must be between 1 and 2^31-1, not " + n);
      }
    }
    if (size[0] * size[1] > SliceImage.LARGEST_ARRAY) {
      throw new IllegalArgumentException(
          "a slice of " + size[0] + "x" + size[1] + " voxels is too large for one array");
    }
  }

  /** Requires three finite numbers above zero. */
  static void requirePositive(String name, double[] values) {
    if (values.length != 3) {
      throw new IllegalArgumentException(name + " needs three numbers, not " + values.length);
    }
    for (double value : values) {
      if (!(value > 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException(name + " must be above zero and finite, not " + value);
      }
    }
  }

  /** Requires two images of the same size. */
  static void requireSameSize(Interval a, Interval b) {
    for (int d = 0; d < 3; d++) {
      if (a.dimension(d) != b.dimension(d)) {
        throw new IllegalArgumentException("the images differ in size along axis " + d);
      }
    }
  }
}
