/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.model.Size;

/**
 * One axial slice of a crop, copied into images with the axes column and row from the upper left
 * corner.
 *
 * @param size the crop's size
 * @param z the slice's index
 * @param canonical whether x grows to the patient's right and y to anterior: both are then turned
 *     round, as radiologists look at a body
 */
record PreviewSlice(Size size, int z, boolean canonical) {

  /** A number for each voxel of the crop. */
  interface VoxelValues {

    /**
     * The number of a voxel.
     *
     * @param voxel its place in layout [D, H, W]
     */
    float at(int voxel);
  }

  /** Whether a label code says that a voxel belongs to a class, counted from 0. */
  static boolean isOf(int code, int k, boolean exclusive) {
    return exclusive ? (code & 0xff) == k + 1 : (code >> k & 1) != 0;
  }

  /** The slice of some numbers. */
  RandomAccessibleInterval<FloatType> values(VoxelValues values) {
    float[] slice = new float[size.height() * size.width()];
    for (int i = 0; i < slice.length; i++) {
      slice[i] = values.at(voxel(i));
    }
    return ArrayImgs.floats(slice, size.width(), size.height());
  }

  /**
   * The slice of each class's mask.
   *
   * @param classes the number of classes
   * @param exclusive whether codes are class indices from 1; else they are bit sets
   * @param codes the label code of each voxel
   */
  List<RandomAccessibleInterval<BoolType>> masks(
      int classes, boolean exclusive, IntUnaryOperator codes) {
    byte[] slice = new byte[size.height() * size.width()];
    for (int i = 0; i < slice.length; i++) {
      slice[i] = (byte) codes.applyAsInt(voxel(i));
    }
    RandomAccessibleInterval<UnsignedByteType> image =
        ArrayImgs.unsignedBytes(slice, size.width(), size.height());
    return IntStream.range(0, classes)
        .mapToObj(
            k ->
                Converters.convert(
                    image, (in, out) -> out.set(isOf(in.get(), k, exclusive)), new BoolType()))
        .toList();
  }

  private int voxel(int pixel) {
    int area = size.height() * size.width();
    return z * area + (canonical ? area - 1 - pixel : pixel);
  }
}
