/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.List;
import java.util.OptionalLong;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.util.Intervals;
import org.egcnn.model.LabelClass;

/** Finds the slice that shows most of all classes, see {@link SliceChoice#LARGEST_REFERENCE}. */
final class SliceAreas {
  private SliceAreas() {}

  /**
   * The slice across an axis; none if no class has a voxel.
   *
   * @param labels label values, zero-min
   */
  static OptionalLong best(
      RandomAccessibleInterval<IntType> labels, List<LabelClass> classes, int axis) {
    double[] shares = new double[Math.toIntExact(labels.dimension(axis))];
    for (LabelClass labelClass : classes) {
      long[] areas = areas(ClassMask.of(labels, labelClass), axis);
      long largest = 0;
      for (long area : areas) {
        largest = Math.max(largest, area);
      }
      for (int i = 0; largest > 0 && i < areas.length; i++) {
        shares[i] += (double) areas[i] / largest;
      }
    }
    int best = 0;
    for (int i = 1; i < shares.length; i++) {
      best = shares[i] > shares[best] ? i : best;
    }
    return shares[best] > 0 ? OptionalLong.of(best) : OptionalLong.empty();
  }

  private static long[] areas(RandomAccessibleInterval<BoolType> mask, int axis) {
    int slices = Math.toIntExact(mask.dimension(axis));
    List<long[]> parts =
        LoopBuilder.setImages(Intervals.positions(mask), mask)
            .multiThreaded()
            .forEachChunk(
                chunk -> {
                  long[] counts = new long[slices];
                  chunk.forEachPixel(
                      (at, in) -> counts[at.getIntPosition(axis)] += in.get() ? 1 : 0);
                  return counts;
                });
    long[] areas = new long[slices];
    for (long[] counts : parts) {
      for (int i = 0; i < slices; i++) {
        areas[i] += counts[i];
      }
    }
    return areas;
  }
}
