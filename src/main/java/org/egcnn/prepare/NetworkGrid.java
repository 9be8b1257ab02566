/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.prepare;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.egcnn.image.Orientation;
import org.egcnn.image.Resampling;
import org.egcnn.model.Preprocessing;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.Volume;

/**
 * The grid on which a network sees a volume.
 *
 * @param orientation how the volume's axes become the grid's
 * @param size voxels along x, y, z
 */
record NetworkGrid(Orientation orientation, long[] size) {
  /** Spacings that differ by less than this share are taken as equal: headers round. */
  private static final double SPACING_TOLERANCE = 1e-3;

  private static final Orientation AS_IT_IS =
      Orientation.of(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});

  /**
   * The grid for a volume.
   *
   * @throws BadInputException if the volume cannot be oriented, or resampled in the memory there is
   */
  static NetworkGrid of(Volume image, Preprocessing preprocessing) throws BadInputException {
    Orientation orientation = preprocessing.canonical() ? orientation(image) : AS_IT_IS;
    long[] size = orientation.toCanonical(image.grid().size());
    double[] spacing = orientation.toCanonical(image.grid().spacing());
    double[] target =
        preprocessing
            .spacing()
            .map(s -> s.stream().mapToDouble(Double::doubleValue).toArray())
            .orElse(spacing);
    if (isNearly(spacing, target)) {
      return new NetworkGrid(orientation, size);
    }
    long[] resampled = resampled(image, size, spacing, target);
    requireMemory(image, resampled, preprocessing.channels().size());
    return new NetworkGrid(orientation, resampled);
  }

  private static Orientation orientation(Volume image) throws BadInputException {
    try {
      return Orientation.of(image.grid().affine().toArray());
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          String.format(
              "%s has no usable voxel axes (%s). Correct the affine in its header",
              Preprocessor.describe(image), e.getMessage()),
          e);
    }
  }

  private static boolean isNearly(double[] spacing, double[] target) {
    return Arrays.equals(spacing, target)
        || IntStream.range(0, 3)
            .allMatch(d -> Math.abs(spacing[d] / target[d] - 1) < SPACING_TOLERANCE);
  }

  private static long[] resampled(Volume image, long[] size, double[] spacing, double[] target)
      throws BadInputException {
    try {
      return Resampling.size(size, spacing, target);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          String.format(
              "%s cannot be resampled to %s mm (%s). Correct the voxel size in its header",
              Preprocessor.describe(image), Arrays.toString(target), e.getMessage()),
          e);
    }
  }

  private static void requireMemory(Volume image, long[] size, int channels)
      throws BadInputException {
    double bytes = 4.0 * size[0] * size[1] * size[2] * channels;
    if (bytes > Runtime.getRuntime().maxMemory()) {
      throw new BadInputException(
          String.format(
              "%s has %s; at the model's voxel size it needs %.1f GiB, more than Java may use."
                  + " Correct the voxel size in its header or give Java more memory",
              Preprocessor.describe(image), image.grid(), bytes / (1 << 30)));
    }
  }
}
