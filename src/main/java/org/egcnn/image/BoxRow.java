/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import net.imglib2.Interval;

/** A row of target voxels as a line through a box of source voxels. */
final class BoxRow {
  private final int length;
  private final int width;
  private final int slice;
  private final double[] origin = new double[3];
  private final double[] step = new double[3];
  private final double[] last = new double[3];

  BoxRow(AffineBlocks blocks, Interval box, Interval block, int y, int z) {
    length = (int) block.dimension(0);
    width = (int) box.dimension(0);
    slice = (int) (box.dimension(0) * box.dimension(1));
    for (int d = 0; d < 3; d++) {
      origin[d] = blocks.source(d, block.min(0), y, z) - box.min(d);
      step[d] = blocks.step(d);
      last[d] = box.max(d) - box.min(d);
    }
  }

  void linear(float[] box, float[] out, int from, float outside) {
    double sx = step[0];
    double sy = step[1];
    double sz = step[2];
    for (int i = 0; i < length; i++) {
      double px = origin[0] + i * sx;
      double py = origin[1] + i * sy;
      double pz = origin[2] + i * sz;
      if (!(px >= 0 && px < last[0] && py >= 0 && py < last[1] && pz >= 0 && pz < last[2])) {
        out[from + i] = outside;
        continue;
      }
      int x = (int) px;
      int y = (int) py;
      int z = (int) pz;
      float wx = (float) (px - x);
      float wy = (float) (py - y);
      float wz = (float) (pz - z);
      int at = x + y * width + z * slice;
      float a = box[at] + wx * (box[at + 1] - box[at]);
      float b = box[at + width] + wx * (box[at + width + 1] - box[at + width]);
      float lower = a + wy * (b - a);
      at += slice;
      float c = box[at] + wx * (box[at + 1] - box[at]);
      float d = box[at + width] + wx * (box[at + width + 1] - box[at + width]);
      float upper = c + wy * (d - c);
      out[from + i] = lower + wz * (upper - lower);
    }
  }

  void nearest(int[] box, int[] out, int from, int outside) {
    for (int i = 0; i < length; i++) {
      double px = origin[0] + i * step[0] + 0.5;
      double py = origin[1] + i * step[1] + 0.5;
      double pz = origin[2] + i * step[2] + 0.5;
      boolean inside =
          px >= 0 && px < last[0] + 1 && py >= 0 && py < last[1] + 1 && pz >= 0 && pz < last[2] + 1;
      out[from + i] = inside ? box[(int) px + (int) py * width + (int) pz * slice] : outside;
    }
  }
}
