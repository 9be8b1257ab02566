/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * The voxels that are no finite numbers.
 *
 * @param count how many there are
 * @param first the position of the first in reading order; empty if there is none
 */
record NonFiniteVoxels(long count, long[] first) {

  /** Counts them, on several threads; integer images are not read. */
  static NonFiniteVoxels in(RandomAccessibleInterval<? extends RealType<?>> image) {
    if (image.firstElement() instanceof IntegerType<?>) {
      return new NonFiniteVoxels(0, new long[0]);
    }
    long count = count(image);
    return new NonFiniteVoxels(count, count == 0 ? new long[0] : first(image));
  }

  private static long count(RandomAccessibleInterval<? extends RealType<?>> image) {
    List<Long> counts =
        LoopBuilder.setImages(image)
            .multiThreaded()
            .forEachChunk(
                chunk -> {
                  long[] found = {0};
                  chunk.forEachPixel(
                      voxel -> {
                        if (!Double.isFinite(voxel.getRealDouble())) {
                          found[0]++;
                        }
                      });
                  return found[0];
                });
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  private static long[] first(RandomAccessibleInterval<? extends RealType<?>> image) {
    Cursor<? extends RealType<?>> cursor =
        Views.flatIterable(Views.zeroMin(image)).localizingCursor();
    while (Double.isFinite(cursor.next().getRealDouble())) {
      // Passes over what is fine; the count says that something is not.
    }
    long[] position = new long[Intervals.dimensionsAsLongArray(image).length];
    cursor.localize(position);
    return position;
  }
}
