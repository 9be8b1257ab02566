/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Which intensities are shown black and white. Everything in between is linear.
 *
 * @param black this and all below is black
 * @param white this and all above is white
 */
public record GreyWindow(float black, float white) {
  private static final double LOW_PERCENT = 1;
  private static final double HIGH_PERCENT = 99.5;

  /** From the 1st to the 99.5th percentile of the finite values of some slices. */
  public static GreyWindow of(List<RandomAccessibleInterval<FloatType>> slices) {
    DoubleStream.Builder all = DoubleStream.builder();
    for (RandomAccessibleInterval<FloatType> slice : slices) {
      Cursor<FloatType> cursor = slice.cursor();
      while (cursor.hasNext()) {
        all.add(cursor.next().get());
      }
    }
    double[] values = all.build().filter(Double::isFinite).toArray();
    Arrays.sort(values);
    if (values.length == 0) {
      return new GreyWindow(0, 1);
    }
    float black = (float) values[(int) (LOW_PERCENT / 100 * (values.length - 1))];
    float white = (float) values[(int) Math.ceil(HIGH_PERCENT / 100 * (values.length - 1))];
    return new GreyWindow(black, white);
  }

  /** The grey level from 0 to 255 of a value; black for NaN and where the window has no width. */
  int level(float value) {
    double share = ((double) value - black) / ((double) white - black);
    return Double.isNaN(share) ? 0 : (int) Math.round(255 * Math.max(0, Math.min(1, share)));
  }
}
