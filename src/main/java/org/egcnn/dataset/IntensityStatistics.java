/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.util.List;

/**
 * What is known of a set of intensities. All numbers are 0 for an empty set.
 *
 * @param voxels how many intensities
 * @param min the lowest
 * @param max the highest
 * @param mean their mean
 * @param sd their standard deviation, divided by the number of voxels (not by one less)
 */
public record IntensityStatistics(long voxels, double min, double max, double mean, double sd) {

  /** The statistics of all sets together. */
  public static IntensityStatistics pooled(List<IntensityStatistics> sets) {
    long n = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double mean = 0;
    double squares = 0;
    for (IntensityStatistics set : sets) {
      if (set.voxels == 0) {
        continue;
      }
      // Chan, Golub and LeVeque 1979: the pairwise update of mean and sum of squared deviations.
      double delta = set.mean - mean;
      long both = n + set.voxels;
      squares += set.sd * set.sd * set.voxels + delta * delta * ((double) n / both) * set.voxels;
      mean += delta * ((double) set.voxels / both);
      n = both;
      min = Math.min(min, set.min);
      max = Math.max(max, set.max);
    }
    return n == 0
        ? new IntensityStatistics(0, 0, 0, 0, 0)
        : new IntensityStatistics(n, min, max, mean, Math.sqrt(squares / n));
  }

  /** Gathers one set's intensities in one pass. */
  static final class Collector {
    private long n;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    // Sums are taken of differences to the first intensity, so that a large offset costs no digits.
    private double origin;
    private double sum;
    private double squares;

    void add(double intensity) {
      if (n++ == 0) {
        origin = intensity;
      }
      min = Math.min(min, intensity);
      max = Math.max(max, intensity);
      double difference = intensity - origin;
      sum += difference;
      squares += difference * difference;
    }

    IntensityStatistics statistics() {
      if (n == 0) {
        return new IntensityStatistics(0, 0, 0, 0, 0);
      }
      double shift = sum / n;
      double variance = Math.max(0, squares / n - shift * shift);
      return new IntensityStatistics(n, min, max, origin + shift, Math.sqrt(variance));
    }
  }
}
