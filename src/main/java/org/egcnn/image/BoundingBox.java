/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Optional;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.util.Intervals;

/** The smallest box around what is not zero. */
public final class BoundingBox {
  private BoundingBox() {}

  /**
   * The box around the voxels that are not zero.
   *
   * @param image axes x, y, z
   * @return in the image's own coordinates; empty if all voxels are zero
   * @throws IllegalArgumentException if there are other than three axes
   */
  public static Optional<Interval> of(RandomAccessibleInterval<? extends RealType<?>> image) {
    Arguments.requireVolume(image);
    return of(
        Blocks.converted(
            image,
            (RealType<?> in, ByteType out) -> out.set((byte) (in.getRealDouble() != 0 ? 1 : 0)),
            new ByteType()),
        image);
  }

  /**
   * The box around the voxels that are true.
   *
   * @param mask axes x, y, z
   * @return in the mask's own coordinates; empty if the mask is true nowhere
   * @throws IllegalArgumentException if there are other than three axes
   */
  public static Optional<Interval> ofMask(RandomAccessibleInterval<? extends BooleanType<?>> mask) {
    Arguments.requireVolume(mask);
    return of(Blocks.mask(mask), mask);
  }

  private static Optional<Interval> of(PrimitiveBlocks<ByteType> blocks, Interval image) {
    int width = (int) image.dimension(0);
    int height = (int) image.dimension(1);
    return Chunk.map(
            (int) image.dimension(2),
            1,
            chunk -> {
              PrimitiveBlocks<ByteType> reader = blocks.independentCopy();
              byte[] slice = new byte[width * height];
              Optional<Interval> box = Optional.empty();
              for (int z = chunk.from(); z < chunk.to(); z++) {
                reader.copy(FinalInterval.createMinSize(0, 0, z, width, height, 1), slice);
                box = union(box, ofSlice(slice, width, z));
              }
              return box;
            })
        .stream()
        .reduce(Optional.empty(), BoundingBox::union)
        .map(box -> Intervals.translate(box, image.minAsLongArray()));
  }

  private static Optional<Interval> ofSlice(byte[] slice, int width, int z) {
    int left = width;
    int right = -1;
    int top = -1;
    int bottom = -1;
    for (int row = 0; row * width < slice.length; row++) {
      int start = row * width;
      int first = 0;
      while (first < width && slice[start + first] == 0) {
        first++;
      }
      if (first == width) {
        continue;
      }
      int last = width - 1;
      while (slice[start + last] == 0) {
        last--;
      }
      left = Math.min(left, first);
      right = Math.max(right, last);
      top = top < 0 ? row : top;
      bottom = row;
    }
    return right < 0
        ? Optional.empty()
        : Optional.of(FinalInterval.createMinMax(left, top, z, right, bottom, z));
  }

  private static Optional<Interval> union(Optional<Interval> a, Optional<Interval> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isPresent() ? a : b;
    }
    return Optional.of(Intervals.union(a.get(), b.get()));
  }
}
