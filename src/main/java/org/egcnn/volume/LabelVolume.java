/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

/** Masks: volumes of labels that lie exactly where an image lies. */
public final class LabelVolume {
  private LabelVolume() {}

  /**
   * A mask ready for writing, in the smallest of uint8, uint16 and int32 that holds its labels. A
   * view: the labels are not copied.
   *
   * @param labels axes x, y, z, of the image's size
   * @param largest the largest label that occurs, from 0
   * @param like the image; the mask takes over its grid and NIfTI coordinate forms
   * @throws IllegalArgumentException if the sizes differ or the largest label is negative
   */
  public static <T extends IntegerType<T>> Volume of(
      RandomAccessibleInterval<T> labels, int largest, Volume like) {
    if (largest < 0) {
      throw new IllegalArgumentException("labels are not negative");
    }
    RandomAccessibleInterval<? extends RealType<?>> view;
    if (largest <= 0xff) {
      view = as(labels, new UnsignedByteType());
    } else if (largest <= 0xffff) {
      view = as(labels, new UnsignedShortType());
    } else {
      view = as(labels, new IntType());
    }
    return new Volume(Views.zeroMin(view), like.grid(), Optional.empty(), like.forms());
  }

  private static <T extends IntegerType<T>, U extends IntegerType<U>>
      RandomAccessibleInterval<U> as(RandomAccessibleInterval<T> labels, U type) {
    return Converters.convert(labels, (in, out) -> out.setInteger(in.getInteger()), type);
  }
}
