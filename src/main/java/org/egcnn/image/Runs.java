/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Arrays;
import net.imglib2.FinalInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.numeric.integer.ByteType;

/**
 * The true voxels of one slice of a mask as runs along x, row by row.
 *
 * @param rowStart for each row the number of its first run, and one entry more for the end
 * @param from the first x of each run
 * @param to one past the last x of each run
 */
record Runs(int[] rowStart, int[] from, int[] to) {

  /** Reads a slice. */
  static Runs read(PrimitiveBlocks<ByteType> mask, int z, int width, int height, byte[] slice) {
    mask.copy(FinalInterval.createMinSize(0, 0, z, width, height, 1), slice);
    int[] rowStart = new int[height + 1];
    int[] from = new int[64];
    int[] to = new int[64];
    int count = 0;
    for (int y = 0; y < height; y++) {
      rowStart[y] = count;
      int x = y * width;
      int end = x + width;
      while (x < end) {
        if (slice[x] == 0) {
          x++;
          continue;
        }
        if (count == from.length) {
          from = Arrays.copyOf(from, 2 * count);
          to = Arrays.copyOf(to, 2 * count);
        }
        from[count] = x - y * width;
        while (x < end && slice[x] != 0) {
          x++;
        }
        to[count++] = x - y * width;
      }
    }
    rowStart[height] = count;
    return new Runs(rowStart, Arrays.copyOf(from, count), Arrays.copyOf(to, count));
  }

  /** The number of runs. */
  int count() {
    return from.length;
  }

  /** What is done with two runs that touch. */
  interface Touch {
    void runs(int mine, int other);
  }

  /**
   * Finds the pairs of runs of two rows that touch.
   *
   * @param y a row of this slice
   * @param other another slice, or this one
   * @param otherY a row of it
   * @param reach how far beyond their ends runs touch: 0, or 1 for diagonal neighbours
   */
  void touching(int y, Runs other, int otherY, int reach, Touch touch) {
    int i = rowStart[y];
    int j = other.rowStart[otherY];
    while (i < rowStart[y + 1] && j < other.rowStart[otherY + 1]) {
      if (from[i] < other.to[j] + reach && other.from[j] < to[i] + reach) {
        touch.runs(i, j);
      }
      if (to[i] < other.to[j]) {
        i++;
      } else {
        j++;
      }
    }
  }
}
