/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Where the voxels of each class are, as runs of consecutive voxels (x fastest, then y, then z), so
 * that any voxel of a class can be drawn with equal chance at little memory.
 */
final class ForegroundIndex {
  private final Runs[] classes;
  private final boolean exclusive;
  private int code;

  /**
   * An empty index.
   *
   * @param classes number of foreground classes K
   * @param exclusive whether codes are class indices from 1; else they are bit sets
   */
  ForegroundIndex(int classes, boolean exclusive) {
    this.classes = new Runs[classes];
    Arrays.setAll(this.classes, k -> new Runs());
    this.exclusive = exclusive;
  }

  /**
   * Adds the next voxels.
   *
   * @param first the linear index of the first of them; calls follow each other without a gap
   */
  void append(long first, byte[] codes) {
    for (int i = 0; i < codes.length; i++) {
      int next = codes[i] & 0xff;
      if (next != code) {
        change(first + i, next);
      }
    }
  }

  /** Ends the runs that reach the last voxel. */
  void finish(long voxels) {
    change(voxels, 0);
  }

  private void change(long position, int next) {
    for (int k = 0; k < classes.length; k++) {
      boolean before = holds(code, k);
      boolean now = holds(next, k);
      if (now && !before) {
        classes[k].open(position);
      } else if (before && !now) {
        classes[k].close(position);
      }
    }
    code = next;
  }

  private boolean holds(int code, int k) {
    return exclusive ? code == k + 1 : (code >> k & 1) != 0;
  }

  /** The number of voxels of a class. */
  long count(int k) {
    return classes[k].voxels();
  }

  /** The classes that have voxels. */
  int[] present() {
    return IntStream.range(0, classes.length).filter(k -> count(k) > 0).toArray();
  }

  /** The linear index of a random voxel of a class that has some. */
  long draw(int k, RandomGenerator random) {
    return classes[k].voxel(random.nextLong(count(k)));
  }

  /** Runs in ascending order: where each starts and how many voxels there are up to its end. */
  private static final class Runs {
    private long[] starts = new long[16];
    private long[] cumulative = new long[16];
    private int size;

    private void open(long start) {
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, 2 * size);
        cumulative = Arrays.copyOf(cumulative, 2 * size);
      }
      starts[size] = start;
    }

    private void close(long end) {
      cumulative[size] = voxels() + end - starts[size];
      size++;
    }

    private long voxels() {
      return size == 0 ? 0 : cumulative[size - 1];
    }

    private long voxel(long rank) {
      int found = Arrays.binarySearch(cumulative, 0, size, rank + 1);
      int run = found >= 0 ? found : -found - 1;
      return starts[run] + rank - (run == 0 ? 0 : cumulative[run - 1]);
    }
  }
}
