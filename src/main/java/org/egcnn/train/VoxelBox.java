/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

/**
 * A box of voxels.
 *
 * @param from its first voxel, x, y, z
 * @param to one beyond its last voxel, x, y, z
 */
record VoxelBox(int[] from, int[] to) {

  /** The box of a whole volume. */
  static VoxelBox whole(int width, int height, int depth) {
    return new VoxelBox(new int[3], new int[] {width, height, depth});
  }

  /** Grows with the voxels it is shown. */
  static final class Collector {
    private final int[] from = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
    private final int[] to = new int[3];

    /** Takes in a run of voxels along x, the last one included. */
    void add(int firstX, int lastX, int y, int z) {
      int[] first = {firstX, y, z};
      int[] last = {lastX, y, z};
      for (int d = 0; d < 3; d++) {
        from[d] = Math.min(from[d], first[d]);
        to[d] = Math.max(to[d], last[d] + 1);
      }
    }

    /** The box around all that was added, or another one if nothing was. */
    VoxelBox orElse(VoxelBox otherwise) {
      return to[0] == 0 ? otherwise : new VoxelBox(from, to);
    }
  }
}
