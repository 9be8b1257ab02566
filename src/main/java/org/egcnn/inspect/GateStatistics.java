/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.inspect;

import java.util.List;

/**
 * What a gate lets through: its attention α, 0 to 1, over all voxels of all cases. A gate that has
 * learnt nothing is constant.
 *
 * @param resolution how often its map's axes are halved, 0 for the finest
 * @param mean the mean of α
 * @param deviation its standard deviation over the voxels
 * @param least the smallest
 * @param largest the largest
 * @param onEdges the mean over edge voxels of any class in the reference; 0 if there is none
 * @param elsewhere the mean over the others; 0 if there is none
 * @param histogram the shares of the voxels in {@value #BINS} bins of equal width
 */
public record GateStatistics(
    int resolution,
    double mean,
    double deviation,
    double least,
    double largest,
    double onEdges,
    double elsewhere,
    List<Double> histogram) {

  /** The bins of the histogram. */
  public static final int BINS = 10;

  /** Copies the histogram. */
  public GateStatistics {
    histogram = List.copyOf(histogram);
  }
}
