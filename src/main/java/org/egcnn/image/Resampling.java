/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Images and labels on a grid of another size that shares the outer voxel borders of the first, as
 * {@link LinearResampler} describes.
 */
public final class Resampling {
  private Resampling() {}

  /**
   * The size a grid gets when its voxels change size.
   *
   * @param size voxels along x, y, z
   * @param spacing their size in mm
   * @param target the wanted size in mm
   * @return {@code size · spacing / target} rounded to whole voxels, at least 1
   * @throws IllegalArgumentException if something is not positive, or a result exceeds 2^31-1
   */
  public static long[] size(long[] size, double[] spacing, double[] target) {
    Arguments.requireSize(size);
    Arguments.requirePositive("spacing", spacing);
    Arguments.requirePositive("target spacing", target);
    long[] result = new long[3];
    for (int d = 0; d < 3; d++) {
      result[d] = Math.max(1, Math.round(size[d] * spacing[d] / target[d]));
    }
    Arguments.requireSize(result);
    return result;
  }

  /**
   * An image, interpolated linearly. Memory: the result and a few slices.
   *
   * @param image axes x, y, z
   * @param size the result's size x, y, z
   * @throws IllegalArgumentException if there are other than three axes or a size below 1
   */
  public static Img<FloatType> linear(RandomAccessibleInterval<FloatType> image, long[] size) {
    LinearResampler resampler = new LinearResampler(image, size);
    SliceImage<FloatType, float[]> result = SliceImage.floats(size);
    resampler.block(new FinalInterval(size), result.image());
    return result.image();
  }

  /**
   * An image, interpolated linearly into an existing one.
   *
   * @param image axes x, y, z
   * @param target receives the values; its size is the size to resample to, its minimum does not
   *     matter
   * @throws IllegalArgumentException if there are other than three axes
   */
  public static void linearInto(
      RandomAccessibleInterval<FloatType> image, RandomAccessibleInterval<FloatType> target) {
    Arguments.requireVolume(target);
    long[] size = target.dimensionsAsLongArray();
    new LinearResampler(image, size).block(new FinalInterval(size), target);
  }

  /**
   * Labels: each voxel takes the value whose 0/1 mask, interpolated linearly, is highest there,
   * background included. Where values tie, as they do half-way between voxels, the larger wins.
   *
   * <p>No value vanishes: one that would win nowhere gets the voxel of its highest weight or, if it
   * has weight nowhere because the target is much coarser, the nearest to its centre; but never the
   * only voxel of another value. So all values survive as long as the target has as many voxels as
   * there are values.
   *
   * <p>Memory: the result, 4 bytes a voxel, and a few slices, whatever the number of values: only
   * the values of the eight source voxels around a position can have weight there.
   *
   * @param labels axes x, y, z
   * @param size the result's size x, y, z
   * @throws IllegalArgumentException if there are other than three axes or a size below 1
   */
  public static Img<IntType> labels(RandomAccessibleInterval<IntType> labels, long[] size) {
    Arguments.requireVolume(labels);
    Arguments.requireSize(size);
    return new LabelResampling(labels, size).run();
  }
}
