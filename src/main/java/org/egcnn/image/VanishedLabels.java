/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

/** Gives a voxel to each label that resampling lost. Rare, so it runs on one thread. */
final class VanishedLabels {
  private final RandomAccessibleInterval<IntType> source;
  private final RandomAccessibleInterval<IntType> target;
  private final Map<Integer, Long> counts;

  /**
   * Prepares.
   *
   * @param source the labels before, zero-min
   * @param target the labels after, zero-min; changed
   * @param counts the voxels each label has in the target; changed
   */
  VanishedLabels(
      RandomAccessibleInterval<IntType> source,
      RandomAccessibleInterval<IntType> target,
      Map<Integer, Long> counts) {
    this.source = source;
    this.target = target;
    this.counts = counts;
  }

  /** Restores labels, smallest first. */
  void restore(Set<Integer> labels) {
    extents(new TreeSet<>(labels))
        .forEach(
            (label, extent) -> {
              if (!restore(label, extent, extent.inTarget())) {
                restore(label, extent, target);
              }
            });
  }

  /** Gives the label its best voxel within a box; false if all are the only ones of others. */
  private boolean restore(int label, Extent extent, Interval box) {
    double[] centre = extent.centre();
    double bestWeight = -1;
    double bestDistance = Double.POSITIVE_INFINITY;
    long[] best = null;
    Cursor<IntType> cursor = Views.flatIterable(Views.interval(target, box)).localizingCursor();
    while (cursor.hasNext()) {
      if (counts.get(cursor.next().get()) < 2) {
        continue;
      }
      double weight = weight(label, cursor.positionAsLongArray());
      double distance = distance(cursor.positionAsLongArray(), centre);
      if (weight > bestWeight || (weight == bestWeight && distance < bestDistance)) {
        bestWeight = weight;
        bestDistance = distance;
        best = cursor.positionAsLongArray();
      }
    }
    if (best == null) {
      return false;
    }
    RandomAccess<IntType> voxel = target.randomAccess();
    voxel.setPosition(best);
    counts.merge(voxel.get().get(), -1L, Long::sum);
    counts.put(label, 1L);
    voxel.get().set(label);
    return true;
  }

  private double weight(int label, long[] position) {
    LabelVote vote = new LabelVote();
    LinearTaps[] taps = new LinearTaps[3];
    for (int d = 0; d < 3; d++) {
      taps[d] = new LinearTaps(source.dimension(d), target.dimension(d), position[d], 1);
    }
    RandomAccess<IntType> voxel = source.randomAccess();
    for (int corner = 0; corner < 8; corner++) {
      for (int d = 0; d < 3; d++) {
        boolean upper = (corner >> d & 1) == 1;
        voxel.setPosition(upper ? taps[d].upper[0] : taps[d].lower[0], d);
      }
      vote.set(corner, voxel.get().get());
    }
    return vote.weight(label, taps[0].weight[0], taps[1].weight[0], taps[2].weight[0]);
  }

  /** The squared distance from a target voxel to a point, in source voxels. */
  private double distance(long[] position, double[] centre) {
    double sum = 0;
    for (int d = 0; d < 3; d++) {
      double x = LinearTaps.position(position[d], source.dimension(d), target.dimension(d));
      sum += (x - centre[d]) * (x - centre[d]);
    }
    return sum;
  }

  private Map<Integer, Extent> extents(Set<Integer> labels) {
    Map<Integer, Extent> extents = new TreeMap<>();
    Cursor<IntType> cursor = Views.flatIterable(source).localizingCursor();
    while (cursor.hasNext()) {
      int label = cursor.next().get();
      if (labels.contains(label)) {
        extents.computeIfAbsent(label, l -> new Extent()).add(cursor.positionAsLongArray());
      }
    }
    return extents;
  }

  /** Where a label is in the source. */
  private final class Extent {
    private final long[] min = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
    private final long[] max = {-1, -1, -1};
    private final double[] sum = new double[3];
    private long count;

    void add(long[] position) {
      for (int d = 0; d < 3; d++) {
        min[d] = Math.min(min[d], position[d]);
        max[d] = Math.max(max[d], position[d]);
        sum[d] += position[d];
      }
      count++;
    }

    double[] centre() {
      return new double[] {sum[0] / count, sum[1] / count, sum[2] / count};
    }

    /** The target voxels that can see the label, with one more around them. */
    Interval inTarget() {
      long[] from = new long[3];
      long[] to = new long[3];
      for (int d = 0; d < 3; d++) {
        double ratio = (double) target.dimension(d) / source.dimension(d);
        long last = target.dimension(d) - 1;
        from[d] = clamp((long) Math.floor((min[d] - 0.5) * ratio - 0.5) - 1, last);
        to[d] = clamp((long) Math.ceil((max[d] + 1.5) * ratio - 0.5) + 1, last);
      }
      return new FinalInterval(from, to);
    }

    private static long clamp(long value, long last) {
      return Math.max(0, Math.min(last, value));
    }
  }
}
