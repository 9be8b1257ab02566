/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.geom.Rectangle2D;
import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;

/** Finds the part of some slices that is worth looking at. */
final class LabelArea {
  private LabelArea() {}

  /**
   * The smallest rectangle around all labels other than 0, or all of the first slice if there are
   * none.
   *
   * @param slices label values of one size, axes column and row, zero-min; at least one
   * @param spacing the pixel size in mm, column and row
   * @return in mm from the slices' corner
   */
  static Rectangle2D of(
      List<? extends RandomAccessibleInterval<IntType>> slices, double[] spacing) {
    Rectangle2D area = null;
    for (RandomAccessibleInterval<IntType> slice : slices) {
      Cursor<IntType> cursor = slice.localizingCursor();
      while (cursor.hasNext()) {
        if (cursor.next().get() != 0) {
          Rectangle2D pixel =
              pixel(cursor.getLongPosition(0), cursor.getLongPosition(1), 1, 1, spacing);
          area = area == null ? pixel : area.createUnion(pixel);
        }
      }
    }
    return area == null
        ? pixel(0, 0, slices.get(0).dimension(0), slices.get(0).dimension(1), spacing)
        : area;
  }

  private static Rectangle2D pixel(long x, long y, long width, long height, double[] spacing) {
    return new Rectangle2D.Double(
        x * spacing[0], y * spacing[1], width * spacing[0], height * spacing[1]);
  }
}
