/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.NativeImg;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * An image with axes x, y, z whose slices (x, y) lie each in one piece of a primitive array, so
 * that inner loops can run over plain arrays whatever the size of the whole: an {@link ArrayImg} as
 * long as all voxels fit into one array, a {@link PlanarImg} beyond.
 *
 * @param <T> the voxels' type
 * @param <A> the array's type, such as {@code float[]}
 */
final class SliceImage<T extends NativeType<T>, A> {
  /** The most elements a Java array can safely have. */
  static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

  private final NativeImg<T, ? extends ArrayDataAccess<?>> image;

  private SliceImage(NativeImg<T, ? extends ArrayDataAccess<?>> image) {
    this.image = image;
  }

  /** A new image of zeros. */
  static SliceImage<FloatType, float[]> floats(long... size) {
    return new SliceImage<>(isOneArray(size) ? ArrayImgs.floats(size) : PlanarImgs.floats(size));
  }

  /** A new image of zeros. */
  static SliceImage<IntType, int[]> ints(long... size) {
    return new SliceImage<>(isOneArray(size) ? ArrayImgs.ints(size) : PlanarImgs.ints(size));
  }

  /** A new image of zeros. */
  static SliceImage<UnsignedByteType, byte[]> bytes(long... size) {
    return new SliceImage<>(
        isOneArray(size) ? ArrayImgs.unsignedBytes(size) : PlanarImgs.unsignedBytes(size));
  }

  /** The slices of an existing float32 image, if its container has them in arrays. */
  @SuppressWarnings("unchecked")
  static Optional<SliceImage<FloatType, float[]>> of(RandomAccessibleInterval<FloatType> image) {
    if ((image instanceof ArrayImg || image instanceof PlanarImg)
        && ((NativeImg<FloatType, ?>) image).update(new SlicePosition(0))
            instanceof ArrayDataAccess<?> access
        && access.getCurrentStorageArray() instanceof float[]) {
      return Optional.of(
          new SliceImage<>((NativeImg<FloatType, ? extends ArrayDataAccess<?>>) image));
    }
    return Optional.empty();
  }

  private static boolean isOneArray(long[] size) {
    return size[0] * size[1] <= LARGEST_ARRAY / size[2];
  }

  /** The image itself. */
  Img<T> image() {
    return image;
  }

  /** The array that holds slice {@code z}. */
  @SuppressWarnings("unchecked")
  A array(int z) {
    return (A) image.update(new SlicePosition(z)).getCurrentStorageArray();
  }

  /** The index in {@link #array} of the first voxel of slice {@code z}. */
  int offset(int z) {
    return image instanceof ArrayImg
        ? Math.toIntExact(z * image.dimension(0) * image.dimension(1))
        : 0;
  }

  /** What a planar image asks to know which of its arrays is meant. */
  private record SlicePosition(int slice) implements PlanarImg.PlanarContainerSampler {
    @Override
    public int getCurrentSliceIndex() {
      return slice;
    }
  }
}
