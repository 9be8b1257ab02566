/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/** The scaling of stored numbers that a header asks for: number times slope plus intercept. */
final class LinearScaling {
  private LinearScaling() {}

  /**
   * A view of an image with the scaling applied: as float32, or as float64 where the stored type
   * has more digits than a float32. A slope of 0, a slope or intercept that is no number, and the
   * identity leave the image as it is.
   */
  static RandomAccessibleInterval<? extends RealType<?>> apply(
      RandomAccessibleInterval<? extends RealType<?>> image,
      VoxelType type,
      double slope,
      double intercept) {
    boolean none = slope == 0 || !Double.isFinite(slope) || !Double.isFinite(intercept);
    if (none || slope == 1 && intercept == 0) {
      return image;
    }
    boolean isFloat = type.bytes() <= 2 || type == VoxelType.FLOAT32;
    return isFloat
        ? scaled(image, new FloatType(), slope, intercept)
        : scaled(image, new DoubleType(), slope, intercept);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T extends RealType<T>> RandomAccessibleInterval<T> scaled(
      RandomAccessibleInterval image, T target, double slope, double intercept) {
    return Converters.<RealType, T>convert(
        (RandomAccessibleInterval<RealType>) image,
        (in, out) -> out.setReal(in.getRealDouble() * slope + intercept),
        target);
  }
}
