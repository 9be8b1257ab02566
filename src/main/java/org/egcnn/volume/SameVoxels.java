/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.util.Arrays;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * Whether two images have the same size and the same numbers, whatever their types.
 *
 * @param first an image of any axes
 * @param second another
 */
record SameVoxels(
    RandomAccessibleInterval<? extends RealType<?>> first,
    RandomAccessibleInterval<? extends RealType<?>> second) {

  /** Compares all voxels until two differ; "not a number" is the same as itself. */
  boolean hold() {
    if (!Arrays.equals(first.dimensionsAsLongArray(), second.dimensionsAsLongArray())) {
      return false;
    }
    Cursor<? extends RealType<?>> a = Views.flatIterable(first).cursor();
    Cursor<? extends RealType<?>> b = Views.flatIterable(second).cursor();
    while (a.hasNext()) {
      if (Double.compare(a.next().getRealDouble(), b.next().getRealDouble()) != 0) {
        return false;
      }
    }
    return true;
  }
}
