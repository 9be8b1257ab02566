/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.converter.Converter;
import net.imglib2.converter.Converters;
import net.imglib2.type.BooleanType;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Reads boxes of voxels of an image, moved to zero-min, into primitive arrays. What is returned
 * belongs to one thread; another takes its {@link PrimitiveBlocks#independentCopy()}.
 */
final class Blocks {
  private Blocks() {}

  /** Voxels as float32 numbers. */
  @SuppressWarnings("unchecked")
  static PrimitiveBlocks<FloatType> floats(RandomAccessibleInterval<? extends RealType<?>> image) {
    if (image.getType() instanceof FloatType) {
      return of((RandomAccessibleInterval<FloatType>) image);
    }
    return converted(image, (in, out) -> out.set(in.getRealFloat()), new FloatType());
  }

  /** Voxels as whole numbers. */
  static PrimitiveBlocks<IntType> ints(RandomAccessibleInterval<IntType> image) {
    return of(image);
  }

  /** Voxels as 1 for true and 0 for false. */
  static PrimitiveBlocks<ByteType> mask(RandomAccessibleInterval<? extends BooleanType<?>> image) {
    return converted(image, (in, out) -> out.set((byte) (in.get() ? 1 : 0)), new ByteType());
  }

  /** Voxels after a conversion, which must be safe for several threads. */
  @SuppressWarnings("unchecked")
  static <S, T extends NativeType<T>> PrimitiveBlocks<T> converted(
      RandomAccessibleInterval<? extends S> image,
      Converter<? super S, ? super T> converter,
      T type) {
    return of(Converters.convert((RandomAccessibleInterval<S>) image, converter, type));
  }

  private static <T extends NativeType<T>> PrimitiveBlocks<T> of(
      RandomAccessibleInterval<T> image) {
    return PrimitiveBlocks.of(Views.zeroMin(image), OnFallback.ACCEPT);
  }
}
