/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;

/**
 * Parts of images and images with a margin, as zero-min views: nothing is copied. Images may have
 * any number of axes.
 */
public final class Cropping {
  private Cropping() {}

  /**
   * A part of an image.
   *
   * @param image where to cut
   * @param min the part's first voxel, counted from the image's first
   * @param size the part's size, at least 1 along each axis
   * @throws IllegalArgumentException if the part reaches beyond the image
   */
  public static <T> RandomAccessibleInterval<T> crop(
      RandomAccessibleInterval<T> image, long[] min, long[] size) {
    requireLength(image, min);
    requireLength(image, size);
    for (int d = 0; d < min.length; d++) {
      if (min[d] < 0 || size[d] < 1 || min[d] > image.dimension(d) - size[d]) {
        throw new IllegalArgumentException(
            "a part from "
                + min[d]
                + " of size "
                + size[d]
                + " is not within the "
                + image.dimension(d)
                + " voxels of axis "
                + d);
      }
    }
    return Views.zeroMin(
        Views.interval(Views.zeroMin(image), FinalInterval.createMinSize(concat(min, size))));
  }

  private static long[] concat(long[] a, long[] b) {
    long[] both = new long[a.length + b.length];
    System.arraycopy(a, 0, both, 0, a.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  /**
   * Where an image of one size lies within its padded version: in the middle, the odd voxel of the
   * margin after it.
   *
   * @param size the image's size
   * @param least the size wanted at least
   * @return the image's box in the padded one, which begins at zero
   * @throws IllegalArgumentException if the numbers of axes differ
   */
  public static Interval withinPadded(long[] size, long[] least) {
    if (size.length != least.length) {
      throw new IllegalArgumentException("the sizes have different numbers of axes");
    }
    long[] min = new long[size.length];
    for (int d = 0; d < size.length; d++) {
      min[d] = Math.max(0, least[d] - size[d]) / 2;
    }
    return FinalInterval.createMinSize(concat(min, size));
  }

  /**
   * An image in the middle of a constant margin.
   *
   * @param image what to pad
   * @param least the size wanted at least; an axis that is longer stays as it is
   * @param value of the margin
   * @return a view in which the image lies at {@link #withinPadded}
   * @throws IllegalArgumentException if the numbers of axes differ
   */
  public static <T> RandomAccessibleInterval<T> padWithValue(
      RandomAccessibleInterval<T> image, long[] least, T value) {
    return pad(image, least, Views.extendValue(Views.zeroMin(image), value));
  }

  /**
   * An image in the middle of a margin that mirrors it at its border: {@code b a | a b c | c b}.
   *
   * @param image what to pad
   * @param least the size wanted at least; an axis that is longer stays as it is
   * @return a view in which the image lies at {@link #withinPadded}
   * @throws IllegalArgumentException if the numbers of axes differ
   */
  public static <T> RandomAccessibleInterval<T> padWithMirror(
      RandomAccessibleInterval<T> image, long[] least) {
    return pad(image, least, Views.extendMirrorDouble(Views.zeroMin(image)));
  }

  /**
   * An image in the middle of a margin that continues its border: {@code a a | a b c | c c}.
   *
   * @param image what to pad
   * @param least the size wanted at least; an axis that is longer stays as it is
   * @return a view in which the image lies at {@link #withinPadded}
   * @throws IllegalArgumentException if the numbers of axes differ
   */
  public static <T> RandomAccessibleInterval<T> padWithBorder(
      RandomAccessibleInterval<T> image, long[] least) {
    return pad(image, least, Views.extendBorder(Views.zeroMin(image)));
  }

  private static <T> RandomAccessibleInterval<T> pad(
      RandomAccessibleInterval<T> image, long[] least, RandomAccessible<T> extended) {
    Interval inside = withinPadded(image.dimensionsAsLongArray(), least);
    long[] min = new long[least.length];
    long[] size = new long[least.length];
    for (int d = 0; d < min.length; d++) {
      min[d] = -inside.min(d);
      size[d] = Math.max(least[d], image.dimension(d));
    }
    return Views.zeroMin(Views.interval(extended, FinalInterval.createMinSize(concat(min, size))));
  }

  private static void requireLength(Interval image, long[] numbers) {
    if (numbers.length != image.numDimensions()) {
      throw new IllegalArgumentException(
          "the image has " + image.numDimensions() + " axes, not " + numbers.length);
    }
  }
}
