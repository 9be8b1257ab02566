/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.egcnn.model.Size;

/**
 * How one volume is cut into windows.
 *
 * @param window the windows' size
 * @param overlap share that neighbours share at least
 * @param batch windows predicted at once
 * @param mirrors which mirrored copies are averaged, each a set of axes: bit 0 for x, 1 for y, 2
 *     for z; 0 for the copy that is not mirrored
 * @param skipEmpty whether windows that are 0 in every voxel are background without asking
 */
record WindowSettings(
    Size window, double overlap, int batch, List<Integer> mirrors, boolean skipEmpty) {

  /** The side, in voxels, below which {@link #smaller} does not go. */
  static final int SMALLEST_SIDE = 16;

  /** All subsets of some axes, as bits. */
  static List<Integer> combinations(Set<Axis> axes) {
    int mask = axes.stream().mapToInt(axis -> 1 << axis.ordinal()).sum();
    return IntStream.range(0, 8).filter(m -> (m & ~mask) == 0).boxed().toList();
  }

  /** Whether there is something smaller to try. */
  boolean canShrink(int step) {
    return batch > 1 || !halved(step).equals(window);
  }

  /**
   * What needs about half the memory: half the batch, or else the window halved along its longest
   * side, along z first.
   *
   * @param step sides stay multiples of this
   */
  WindowSettings smaller(int step) {
    return batch > 1
        ? new WindowSettings(window, overlap, batch / 2, mirrors, skipEmpty)
        : new WindowSettings(halved(step), overlap, batch, mirrors, skipEmpty);
  }

  private Size halved(int step) {
    int d = window.depth();
    int h = window.height();
    int w = window.width();
    if (d >= h && d >= w) {
      return new Size(half(d, step), h, w);
    }
    return h >= w ? new Size(d, half(h, step), w) : new Size(d, h, half(w, step));
  }

  private static int half(int side, int step) {
    int steps = Math.max(1, side / 2 / step);
    int smallest = (SMALLEST_SIDE + step - 1) / step * step;
    return Math.min(side, Math.max(smallest, steps * step));
  }
}
