/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.util.Intervals;

/**
 * Where to look at a case: along each axis the slice with the most voxels whose labels differ; if
 * none differ, the slice with the most foreground; if there is none either, the middle.
 */
final class WorstSlices {
  private final long[] position;
  private final boolean differ;

  private WorstSlices(long[] position, boolean differ) {
    this.position = position;
    this.differ = differ;
  }

  /** Voxel counts of every slice along every axis, and of all slices together. */
  private static final class Counts {
    private final long[][] errors;
    private final long[][] foreground;

    Counts(long[] size) {
      errors = new long[size.length][];
      foreground = new long[size.length][];
      for (int d = 0; d < size.length; d++) {
        errors[d] = new long[Math.toIntExact(size[d])];
        foreground[d] = new long[Math.toIntExact(size[d])];
      }
    }

    void add(Counts other) {
      for (int d = 0; d < errors.length; d++) {
        for (int i = 0; i < errors[d].length; i++) {
          errors[d][i] += other.errors[d][i];
          foreground[d][i] += other.foreground[d][i];
        }
      }
    }
  }

  /**
   * Counts in one multi-threaded pass.
   *
   * @param reference label values, zero-min
   * @param prediction label values of the same size
   */
  static WorstSlices of(
      RandomAccessibleInterval<IntType> reference, RandomAccessibleInterval<IntType> prediction) {
    return of(reference, List.of(prediction));
  }

  /** As for one prediction, with the counts of several together. */
  static WorstSlices of(
      RandomAccessibleInterval<IntType> reference,
      List<RandomAccessibleInterval<IntType>> predictions) {
    Counts total = new Counts(reference.dimensionsAsLongArray());
    predictions.forEach(prediction -> count(reference, prediction).forEach(total::add));
    return of(total, reference.dimensionsAsLongArray());
  }

  private static List<Counts> count(
      RandomAccessibleInterval<IntType> reference, RandomAccessibleInterval<IntType> prediction) {
    long[] size = reference.dimensionsAsLongArray();
    return LoopBuilder.setImages(Intervals.positions(reference), reference, prediction)
        .multiThreaded()
        .forEachChunk(
            chunk -> {
              Counts counts = new Counts(size);
              chunk.forEachPixel(
                  (at, r, p) -> {
                    int expected = r.get();
                    int found = p.get();
                    if (expected == 0 && found == 0) {
                      return;
                    }
                    for (int d = 0; d < size.length; d++) {
                      int i = at.getIntPosition(d);
                      counts.foreground[d][i]++;
                      counts.errors[d][i] += expected != found ? 1 : 0;
                    }
                  });
              return counts;
            });
  }

  private static WorstSlices of(Counts total, long[] size) {
    long[] position = new long[size.length];
    boolean differ = largest(total.errors[0]) >= 0;
    for (int d = 0; d < size.length; d++) {
      int slice = largest(differ ? total.errors[d] : total.foreground[d]);
      position[d] = slice >= 0 ? slice : size[d] / 2;
    }
    return new WorstSlices(position, differ);
  }

  private static int largest(long[] counts) {
    int best = -1;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > (best < 0 ? 0 : counts[best])) {
        best = i;
      }
    }
    return best;
  }

  /** The slice along an axis. */
  long position(int axis) {
    return position[axis];
  }

  /** Whether any voxel's labels differ. */
  boolean differ() {
    return differ;
  }
}
