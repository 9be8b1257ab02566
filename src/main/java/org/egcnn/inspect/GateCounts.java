/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.inspect;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import net.imglib2.type.numeric.real.FloatType;

/** Counts the values of one gate's attention map, volume by volume. */
final class GateCounts {
  private final long[] bins = new long[GateStatistics.BINS];
  private double sum;
  private double squares;
  private double least = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;
  private double edgeSum;
  private long edgeVoxels;
  private long voxels;

  /**
   * Adds a volume.
   *
   * @param attention α of each voxel, 0 to 1
   * @param edges whether each voxel is an edge, in the same order
   */
  void add(Iterable<FloatType> attention, boolean[] edges) {
    Iterator<FloatType> values = attention.iterator();
    for (boolean edge : edges) {
      double value = values.next().get();
      bins[(int) Math.min(bins.length - 1, value * bins.length)]++;
      sum += value;
      squares += value * value;
      least = Math.min(least, value);
      largest = Math.max(largest, value);
      if (edge) {
        edgeSum += value;
        edgeVoxels++;
      }
    }
    voxels += edges.length;
  }

  /** Whether nothing was counted. */
  boolean isEmpty() {
    return voxels == 0;
  }

  /**
   * What was counted, of at least one voxel.
   *
   * @param resolution the gate's
   */
  GateStatistics statistics(int resolution) {
    double mean = sum / voxels;
    List<Double> shares = Arrays.stream(bins).mapToObj(n -> (double) n / voxels).toList();
    return new GateStatistics(
        resolution,
        mean,
        Math.sqrt(Math.max(0, squares / voxels - mean * mean)),
        least,
        largest,
        edgeVoxels == 0 ? 0 : edgeSum / edgeVoxels,
        edgeVoxels == voxels ? 0 : (sum - edgeSum) / (voxels - edgeVoxels),
        shares);
  }
}
