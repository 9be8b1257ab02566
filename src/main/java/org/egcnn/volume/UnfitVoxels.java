/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.util.List;
import java.util.function.DoublePredicate;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * The voxels whose values do not fit.
 *
 * @param count how many there are
 * @param first the position of the first in reading order; empty if there is none
 */
record UnfitVoxels(long count, long[] first) {

  /** Counts them, on several threads; integers always fit and are not read. */
  static UnfitVoxels in(
      RandomAccessibleInterval<? extends RealType<?>> image, DoublePredicate fits) {
    if (image.firstElement() instanceof IntegerType<?>) {
      return new UnfitVoxels(0, new long[0]);
    }
    long count = count(image, fits);
    return new UnfitVoxels(count, count == 0 ? new long[0] : first(image, fits));
  }

  private static long count(
      RandomAccessibleInterval<? extends RealType<?>> image, DoublePredicate fits) {
    List<Long> counts =
        LoopBuilder.setImages(image)
            .multiThreaded()
            .forEachChunk(
                chunk -> {
                  long[] found = {0};
                  chunk.forEachPixel(
                      voxel -> {
                        if (!fits.test(voxel.getRealDouble())) {
                          found[0]++;
                        }
                      });
                  return found[0];
                });
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  private static long[] first(
      RandomAccessibleInterval<? extends RealType<?>> image, DoublePredicate fits) {
    Cursor<? extends RealType<?>> cursor =
        Views.flatIterable(Views.zeroMin(image)).localizingCursor();
    while (fits.test(cursor.next().getRealDouble())) {
      // Passes over what is fine; the count says that something is not.
    }
    long[] position = new long[Intervals.dimensionsAsLongArray(image).length];
    cursor.localize(position);
    return position;
  }
}
