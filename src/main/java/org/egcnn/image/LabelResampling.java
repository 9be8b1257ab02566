/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Map;
import java.util.Set;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

/**
 * {@link Resampling#labels}: a vote of the eight source voxels around each target voxel, then a
 * place for the values that won nowhere.
 */
final class LabelResampling {
  private final RandomAccessibleInterval<IntType> labels;
  private final PrimitiveBlocks<IntType> blocks;
  private final int width;
  private final int height;
  private final LinearTaps x;
  private final LinearTaps y;
  private final LinearTaps z;
  private final SliceImage<IntType, int[]> result;

  LabelResampling(RandomAccessibleInterval<IntType> labels, long[] size) {
    this.labels = Views.zeroMin(labels);
    blocks = Blocks.ints(labels);
    width = (int) labels.dimension(0);
    height = (int) labels.dimension(1);
    x = new LinearTaps(width, size[0], 0, (int) size[0]);
    y = new LinearTaps(height, size[1], 0, (int) size[1]);
    z = new LinearTaps(labels.dimension(2), size[2], 0, (int) size[2]);
    result = SliceImage.ints(size);
  }

  Img<IntType> run() {
    Chunk.forEach(z.lower.length, 2, this::vote);
    Map<Integer, Long> counts = LabelCounts.of(result.image());
    Set<Integer> vanished = LabelCounts.of(labels).keySet();
    vanished.removeAll(counts.keySet());
    if (!vanished.isEmpty()) {
      new VanishedLabels(labels, result.image(), counts).restore(vanished);
    }
    return result.image();
  }

  private void vote(int from, int to) {
    PrimitiveBlocks<IntType> reader = blocks.independentCopy();
    int[][] slices = new int[2][width * height];
    int[] kept = {-1, -1};
    for (int k = from; k < to; k++) {
      for (int source : new int[] {z.lower[k], z.upper[k]}) {
        if (kept[source & 1] != source) {
          reader.copy(
              FinalInterval.createMinSize(0, 0, source, width, height, 1), slices[source & 1]);
          kept[source & 1] = source;
        }
      }
      voteSlice(k, slices[z.lower[k] & 1], slices[z.upper[k] & 1]);
    }
  }

  private void voteSlice(int k, int[] before, int[] after) {
    LabelVote vote = new LabelVote();
    int[] out = result.array(k);
    int offset = result.offset(k);
    for (int j = 0; j < y.lower.length; j++) {
      int row0 = y.lower[j] * width;
      int row1 = y.upper[j] * width;
      for (int i = 0; i < x.lower.length; i++) {
        int x0 = x.lower[i];
        int x1 = x.upper[i];
        int a = before[row0 + x0];
        int b = before[row0 + x1];
        int c = before[row1 + x0];
        int d = before[row1 + x1];
        int e = after[row0 + x0];
        int f = after[row0 + x1];
        int g = after[row1 + x0];
        int h = after[row1 + x1];
        int winner = a;
        if (a != b || a != c || a != d || a != e || a != f || a != g || a != h) {
          vote.set(a, b, c, d, e, f, g, h);
          winner = vote.winner(x.weight[i], y.weight[j], z.weight[k]);
        }
        out[offset++] = winner;
      }
    }
  }
}
