/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.util.Optional;
import java.util.SortedMap;
import org.egcnn.volume.Volume;

/**
 * A case in memory, checked.
 *
 * @param source the case it was read from
 * @param image all channels in the dataset's order, on one grid, every voxel finite
 * @param label the mask on the same grid, holding declared label values only
 * @param labelVoxels how many voxels have each label value, 0 included; empty if there is no mask
 */
public record LoadedCase(
    Case source, Volume image, Optional<Volume> label, SortedMap<Integer, Long> labelVoxels) {

  /** Whether there is a mask in which no voxel is labelled. */
  public boolean hasEmptyLabel() {
    return label.isPresent() && labelVoxels.keySet().stream().allMatch(value -> value == 0);
  }
}
