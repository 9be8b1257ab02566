/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Arrays;

/**
 * The lower envelope of parabolas along one line of voxels: {@code out(x) = min over q of f(q) +
 * (spacing (x - q))²}, in time proportional to the length of the line (Felzenszwalb and
 * Huttenlocher, <i>Distance Transforms of Sampled Functions</i>, Theory of Computing 8, 2012).
 * Keeps its working memory between lines, so it belongs to one thread.
 */
final class LowerEnvelope {
  private final double weight;
  private final double[] reciprocal;
  private final int[] vertex;
  private final double[] start;

  /**
   * An envelope for lines of one length.
   *
   * @param length the number of voxels in a line
   * @param spacing the distance between neighbours, above zero
   */
  LowerEnvelope(int length, double spacing) {
    weight = spacing * spacing;
    reciprocal = new double[length];
    for (int d = 1; d < length; d++) {
      reciprocal[d] = 1 / (2 * weight * d);
    }
    vertex = new int[length];
    start = new double[length + 1];
  }

  /**
   * Replaces a line by its envelope.
   *
   * @param f the line, squared distances or +infinity
   * @param out where the result goes; another array than {@code f}
   */
  void apply(double[] f, double[] out) {
    int n = vertex.length;
    int last = -1;
    for (int q = 0; q < n; q++) {
      if (f[q] == Double.POSITIVE_INFINITY) {
        continue;
      }
      double from = Double.NEGATIVE_INFINITY;
      while (last >= 0) {
        int v = vertex[last];
        from = 0.5 * (q + v) + (f[q] - f[v]) * reciprocal[q - v];
        if (from > start[last]) {
          break;
        }
        last--;
        from = Double.NEGATIVE_INFINITY;
      }
      last++;
      vertex[last] = q;
      start[last] = from;
    }
    if (last < 0) {
      Arrays.fill(out, 0, n, Double.POSITIVE_INFINITY);
      return;
    }
    start[last + 1] = Double.POSITIVE_INFINITY;
    int k = 0;
    for (int x = 0; x < n; x++) {
      while (start[k + 1] < x) {
        k++;
      }
      double d = x - vertex[k];
      out[x] = weight * d * d + f[vertex[k]];
    }
  }
}
