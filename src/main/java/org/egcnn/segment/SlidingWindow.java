/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.util.Arrays;
import org.egcnn.model.Size;

/**
 * Where windows of one size are placed so that they cover a volume: along each axis evenly from one
 * border to the other, neighbours overlapping by at least a given share. Along an axis on which the
 * volume is smaller than the window there is one position, with the volume in the window's middle.
 */
public final class SlidingWindow {
  private final Size window;
  private final long[][] starts;

  /**
   * Places the windows.
   *
   * @param size the volume's size in voxels, x, y, z
   * @param window the windows' size
   * @param overlap share of a window's side that neighbours share at least, 0 to below 1
   * @throws IllegalArgumentException if the overlap is out of range
   */
  public SlidingWindow(long[] size, Size window, double overlap) {
    if (!(overlap >= 0 && overlap < 1)) {
      throw new IllegalArgumentException("the overlap must be at least 0 and below 1");
    }
    this.window = window;
    this.starts =
        new long[][] {
          positions(size[0], window.width(), overlap),
          positions(size[1], window.height(), overlap),
          positions(size[2], window.depth(), overlap)
        };
  }

  private static long[] positions(long size, int window, double overlap) {
    if (size <= window) {
      return new long[] {-((window - size) / 2)};
    }
    // A hair is added so that an overlap such as 0.9 of 10 steps by 1 despite its binary rounding.
    long step = Math.max(1, (long) Math.floor(window * (1 - overlap) + 1e-9));
    long last = size - window;
    int intervals = Math.toIntExact((last + step - 1) / step);
    long[] starts = new long[intervals + 1];
    for (int i = 0; i <= intervals; i++) {
      starts[i] = i * last / intervals;
    }
    return starts;
  }

  /** The size of every window. */
  public Size window() {
    return window;
  }

  /**
   * The first voxel of the windows along an axis, ascending; negative where the volume is smaller
   * than the window.
   *
   * @param axis 0 for x, 1 for y, 2 for z
   */
  public long[] starts(int axis) {
    return starts[axis].clone();
  }

  /** The number of windows: the product of the positions along the axes. */
  public long count() {
    return Arrays.stream(starts).mapToLong(s -> s.length).reduce(1, Math::multiplyExact);
  }
}
