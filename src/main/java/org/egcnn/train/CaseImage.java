/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A case on the network's grid: normalised channels and label codes.
 *
 * @param channels the channels, axes x, y, z, all of one size, zero-min
 * @param codes label codes as {@link org.egcnn.model.Labels#code} gives them, of the same size
 * @param padding for each channel the value that stands for "outside of the volume"
 * @param spacing voxel size in mm, x, y, z
 */
public record CaseImage(
    List<RandomAccessibleInterval<FloatType>> channels,
    RandomAccessibleInterval<UnsignedByteType> codes,
    List<Float> padding,
    double[] spacing) {

  /** Checks that all have one size. */
  public CaseImage {
    channels = List.copyOf(channels);
    padding = List.copyOf(padding);
    if (channels.isEmpty() || padding.size() != channels.size() || spacing.length != 3) {
      throw new IllegalArgumentException(
          "at least one channel, a padding value for each, and three spacings are needed");
    }
    for (RandomAccessibleInterval<FloatType> channel : channels) {
      for (int d = 0; d < 3; d++) {
        if (channel.dimension(d) != codes.dimension(d)) {
          throw new IllegalArgumentException("channels and labels differ in size");
        }
      }
    }
  }
}
