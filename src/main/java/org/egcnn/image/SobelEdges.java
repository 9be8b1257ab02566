/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Set;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Edges of an image or of a class by the 3D Sobel filter, as the paper makes its edge ground truth
 * (Hatamizadeh et al. 2020, arXiv 2002.04207). A derivative is (−1, 0, 1)/2 along its axis and (1,
 * 2, 1)/4 along the two others, divided by the spacing; the image goes on beyond its border with
 * the border's values; the magnitude is {@code sqrt(gx² + gy² + gz²)}, in units per mm.
 */
public final class SobelEdges {
  private SobelEdges() {}

  /**
   * The gradient's magnitude.
   *
   * @param image axes x, y, z
   * @param spacing the voxel size in mm along x, y, z; ones for a derivative per voxel
   * @return magnitudes per mm
   * @throws IllegalArgumentException if there are other than three axes or the spacing is not
   *     positive
   */
  public static Img<FloatType> magnitude(
      RandomAccessibleInterval<? extends RealType<?>> image, double[] spacing) {
    SobelSlices slices = slices(image, Blocks.floats(image), spacing);
    SliceImage<FloatType, float[]> result = SliceImage.floats(image.dimensionsAsLongArray());
    slices.forEach(
        (z, magnitude) ->
            System.arraycopy(magnitude, 0, result.array(z), result.offset(z), magnitude.length));
    return result.image();
  }

  /**
   * The edge voxels of an image: those of a magnitude above a threshold.
   *
   * @param mask axes x, y, z; usually 0 and 1
   * @param spacing the voxel size in mm along x, y, z; ones for a derivative per voxel
   * @param threshold per mm; 0 takes every voxel whose neighbourhood changes
   * @return 1 on edges, 0 elsewhere
   * @throws IllegalArgumentException if there are other than three axes, the spacing is not
   *     positive or the threshold is negative
   */
  public static Img<UnsignedByteType> edges(
      RandomAccessibleInterval<? extends RealType<?>> mask, double[] spacing, double threshold) {
    return above(threshold, slices(mask, Blocks.floats(mask), spacing), mask);
  }

  /**
   * The edge voxels of the mask of one class: of the voxels whose label is among some values.
   *
   * @param labels axes x, y, z
   * @param values the labels that make up the class
   * @param spacing the voxel size in mm along x, y, z; ones for a derivative per voxel
   * @param threshold per mm; 0 takes every voxel whose neighbourhood changes
   * @return 1 on edges, 0 elsewhere
   * @throws IllegalArgumentException if there are other than three axes, the spacing is not
   *     positive or the threshold is negative
   */
  public static Img<UnsignedByteType> edges(
      RandomAccessibleInterval<IntType> labels,
      Set<Integer> values,
      double[] spacing,
      double threshold) {
    int[] members = values.stream().mapToInt(Integer::intValue).toArray();
    PrimitiveBlocks<FloatType> mask =
        Blocks.converted(
            labels,
            (IntType in, FloatType out) -> out.set(contains(members, in.get()) ? 1 : 0),
            new FloatType());
    return above(threshold, slices(labels, mask, spacing), labels);
  }

  private static boolean contains(int[] members, int value) {
    for (int member : members) {
      if (member == value) {
        return true;
      }
    }
    return false;
  }

  private static SobelSlices slices(
      RandomAccessibleInterval<?> image, PrimitiveBlocks<FloatType> blocks, double[] spacing) {
    Arguments.requireVolume(image);
    Arguments.requirePositive("spacing", spacing);
    return new SobelSlices(blocks, image.dimensionsAsLongArray(), spacing);
  }

  private static Img<UnsignedByteType> above(
      double threshold, SobelSlices slices, RandomAccessibleInterval<?> image) {
    if (!(threshold >= 0)) {
      throw new IllegalArgumentException("a threshold must not be negative, not " + threshold);
    }
    SliceImage<UnsignedByteType, byte[]> result = SliceImage.bytes(image.dimensionsAsLongArray());
    slices.forEach(
        (z, magnitude) -> {
          byte[] out = result.array(z);
          int offset = result.offset(z);
          for (int i = 0; i < magnitude.length; i++) {
            out[offset + i] = (byte) (magnitude[i] > threshold ? 1 : 0);
          }
        });
    return result.image();
  }
}
