/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.geom.Path2D;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BoolType;
import net.imglib2.view.Views;

/**
 * The outlines of a two-dimensional mask, along the sides of its pixels and closed, so that they
 * can be drawn with dashes.
 */
public final class Outline {

  /** The four sides of a pixel: where the neighbour is, and the side's ends, clockwise. */
  static final int[][] SIDES = {
    {0, -1, 0, 0, 1, 0}, {1, 0, 1, 0, 1, 1}, {0, 1, 1, 1, 0, 1}, {-1, 0, 0, 1, 0, 0}
  };

  private record Corner(long x, long y) {}

  private Outline() {}

  /**
   * Traces the outlines.
   *
   * @param mask axes column and row, zero-min; outside of it nothing is in the mask
   * @return closed paths in pixels; the corner of the first pixel is (0, 0)
   */
  public static Path2D of(RandomAccessibleInterval<BoolType> mask) {
    Map<Corner, Deque<Corner>> next = sides(mask);
    Path2D path = new Path2D.Double();
    while (!next.isEmpty()) {
      Corner start = next.keySet().iterator().next();
      path.moveTo(start.x, start.y);
      for (Corner at = take(next, start); !at.equals(start); at = take(next, at)) {
        path.lineTo(at.x, at.y);
      }
      path.closePath();
    }
    return path;
  }

  private static Map<Corner, Deque<Corner>> sides(RandomAccessibleInterval<BoolType> mask) {
    Map<Corner, Deque<Corner>> next = new HashMap<>();
    RandomAccess<BoolType> neighbour = Views.extendValue(mask, false).randomAccess();
    Cursor<BoolType> cursor = mask.localizingCursor();
    while (cursor.hasNext()) {
      if (!cursor.next().get()) {
        continue;
      }
      long x = cursor.getLongPosition(0);
      long y = cursor.getLongPosition(1);
      for (int[] side : SIDES) {
        neighbour.setPosition(new long[] {x + side[0], y + side[1]});
        if (!neighbour.get().get()) {
          next.computeIfAbsent(new Corner(x + side[2], y + side[3]), c -> new ArrayDeque<>())
              .add(new Corner(x + side[4], y + side[5]));
        }
      }
    }
    return next;
  }

  private static Corner take(Map<Corner, Deque<Corner>> next, Corner from) {
    Deque<Corner> ends = next.get(from);
    Corner end = ends.remove();
    if (ends.isEmpty()) {
      next.remove(from);
    }
    return end;
  }
}
