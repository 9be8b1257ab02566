/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Optional;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * Divides the target of an affine resampling into blocks whose voxels look at a box of the source
 * that may be held in memory.
 */
final class AffineBlocks {
  /** The voxels of a box of the source, 256 MiB of them, above which a block is divided. */
  private static final long LARGEST_BOX = 1L << 26;

  /** What is done with a block. */
  interface Work {
    /**
     * Computes a block.
     *
     * @param block a part of the target
     * @param box the source voxels it looks at, up to one beyond the border
     */
    void run(Interval block, Interval box);
  }

  private final double[][] affine;
  private final long[] sourceSize;

  /**
   * Prepares.
   *
   * @param affine target voxel to source voxel, three rows of four numbers
   * @param sourceSize the source's size
   */
  AffineBlocks(double[][] affine, long[] sourceSize) {
    if (affine.length != 3) {
      throw new IllegalArgumentException("an affine has three rows, not " + affine.length);
    }
    for (double[] row : affine) {
      if (row.length != 4) {
        throw new IllegalArgumentException("an affine has rows of four numbers");
      }
      for (double number : row) {
        if (!Double.isFinite(number)) {
          throw new IllegalArgumentException("an affine must be finite, not " + number);
        }
      }
    }
    this.affine = affine;
    this.sourceSize = sourceSize;
  }

  /** Covers a part of the target by blocks, one after another, but for what sees no source. */
  void forEach(Interval target, Work work) {
    Optional<Interval> box = box(target);
    if (box.isEmpty()) {
      return;
    }
    if (Intervals.numElements(box.get()) <= LARGEST_BOX) {
      work.run(target, box.get());
      return;
    }
    int longest = 2;
    for (int d = 1; d >= 0; d--) {
      if (target.dimension(d) > target.dimension(longest)) {
        longest = d;
      }
    }
    long[] max = target.maxAsLongArray();
    long[] min = target.minAsLongArray();
    max[longest] = min[longest] + target.dimension(longest) / 2 - 1;
    forEach(new FinalInterval(target.minAsLongArray(), max), work);
    min[longest] = max[longest] + 1;
    forEach(new FinalInterval(min, target.maxAsLongArray()), work);
  }

  /** The source coordinate along an axis of a target voxel. */
  double source(int axis, long x, long y, long z) {
    double[] row = affine[axis];
    return row[0] * x + row[1] * y + row[2] * z + row[3];
  }

  /** How far a step along the target's x goes along a source axis. */
  double step(int axis) {
    return affine[axis][0];
  }

  private Optional<Interval> box(Interval target) {
    long[] from = new long[3];
    long[] to = new long[3];
    for (int d = 0; d < 3; d++) {
      double lowest = Double.POSITIVE_INFINITY;
      double highest = Double.NEGATIVE_INFINITY;
      for (int corner = 0; corner < 8; corner++) {
        double p =
            source(
                d,
                (corner & 1) == 0 ? target.min(0) : target.max(0),
                (corner & 2) == 0 ? target.min(1) : target.max(1),
                (corner & 4) == 0 ? target.min(2) : target.max(2));
        lowest = Math.min(lowest, p);
        highest = Math.max(highest, p);
      }
      // One voxel more on both sides, so that rounding never leads out of the box.
      from[d] = (long) Math.max(-1, Math.floor(lowest) - 1);
      to[d] = (long) Math.min(sourceSize[d], Math.floor(highest) + 2);
      if (from[d] >= to[d]) {
        return Optional.empty();
      }
    }
    return Optional.of(new FinalInterval(from, to));
  }
}
