/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.util.List;
import org.egcnn.model.Size;

/**
 * What is known of one case.
 *
 * @param name the case
 * @param orientation where the file's x, y and z axis grow, such as LPS
 * @param size its size after turning it to RAS
 * @param spacing its voxel size in mm along x, y, z after turning it to RAS
 * @param channels one a channel
 * @param classVoxels voxels of each class or region, in the labels' order
 */
public record CaseFingerprint(
    String name,
    String orientation,
    Size size,
    List<Double> spacing,
    List<Channel> channels,
    List<Long> classVoxels) {

  /** Copies the lists. */
  public CaseFingerprint {
    spacing = List.copyOf(spacing);
    channels = List.copyOf(channels);
    classVoxels = List.copyOf(classVoxels);
  }

  /**
   * The intensities of one channel of one case.
   *
   * @param all of all voxels
   * @param nonZero of the voxels that are not 0
   * @param foreground of the labelled voxels
   */
  public record Channel(
      IntensityStatistics all, IntensityStatistics nonZero, IntensityStatistics foreground) {}
}
