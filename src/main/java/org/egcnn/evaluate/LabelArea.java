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
  private static final double SURROUNDINGS_MM = 12;

  private LabelArea() {}

  /**
   * A rectangle around all labels other than 0 and some of their surroundings, as far as the slices
   * reach; the whole slices if there are no labels.
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
    Rectangle2D all = pixel(0, 0, slices.get(0).dimension(0), slices.get(0).dimension(1), spacing);
    return area == null ? all : surroundings(area).createIntersection(all);
  }

  private static Rectangle2D surroundings(Rectangle2D area) {
    return new Rectangle2D.Double(
        area.getX() - SURROUNDINGS_MM,
        area.getY() - SURROUNDINGS_MM,
        area.getWidth() + 2 * SURROUNDINGS_MM,
        area.getHeight() + 2 * SURROUNDINGS_MM);
  }

  private static Rectangle2D pixel(long x, long y, long width, long height, double[] spacing) {
    return new Rectangle2D.Double(
        x * spacing[0], y * spacing[1], width * spacing[0], height * spacing[1]);
  }
}
