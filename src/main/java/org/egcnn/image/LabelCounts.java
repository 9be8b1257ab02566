/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.HashMap;
import java.util.Map;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.numeric.integer.IntType;

/** How many voxels each label has. */
final class LabelCounts {
  private LabelCounts() {}

  /** Counts the voxels of each label that occurs; axes x, y, z. */
  static Map<Integer, Long> of(RandomAccessibleInterval<IntType> labels) {
    PrimitiveBlocks<IntType> blocks = Blocks.ints(labels);
    int width = (int) labels.dimension(0);
    int height = (int) labels.dimension(1);
    Map<Integer, Long> counts = new HashMap<>();
    Chunk.map(
            (int) labels.dimension(2),
            1,
            chunk -> {
              Map<Integer, Long> own = new HashMap<>();
              PrimitiveBlocks<IntType> reader = blocks.independentCopy();
              int[] slice = new int[width * height];
              for (int z = chunk.from(); z < chunk.to(); z++) {
                reader.copy(FinalInterval.createMinSize(0, 0, z, width, height, 1), slice);
                count(slice, own);
              }
              return own;
            })
        .forEach(own -> own.forEach((label, n) -> counts.merge(label, n, Long::sum)));
    return counts;
  }

  /** Adds a slice run by run: the map is asked once a run only. */
  private static void count(int[] slice, Map<Integer, Long> counts) {
    int start = 0;
    for (int i = 1; i <= slice.length; i++) {
      if (i == slice.length || slice[i] != slice[start]) {
        counts.merge(slice[start], (long) (i - start), Long::sum);
        start = i;
      }
    }
  }
}
