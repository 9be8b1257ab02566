/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.egcnn.model.Size;

/** Varies crops as {@link AugmentationSettings} say; all randomness comes from the caller. */
final class Augmenter {
  private final AugmentationSettings settings;
  private final IntensityAugmentation intensity;

  Augmenter(AugmentationSettings settings) {
    this.settings = settings;
    this.intensity = new IntensityAugmentation(settings);
  }

  /**
   * Draws how a crop is to be turned, zoomed and deformed while it is cut.
   *
   * @param size the crop's
   * @param spacing voxel size in mm, x, y, z
   */
  Optional<CropTransform> transform(Size size, double[] spacing, RandomGenerator random) {
    boolean moves = settings.rotation() > 0 || settings.zoom() > 0 || settings.deformation() > 0;
    return moves && random.nextDouble() < settings.share()
        ? Optional.of(CropTransform.draw(settings, size, spacing, random))
        : Optional.empty();
  }

  /**
   * Varies intensities and mirrors a crop that has been cut.
   *
   * @param deviation standard deviation of each channel in the whole case
   */
  void vary(Crop crop, double[] deviation, RandomGenerator random) {
    intensity.apply(crop, deviation, random);
    boolean x = random.nextBoolean();
    boolean y = random.nextBoolean();
    boolean z = random.nextBoolean();
    crop.mirror(settings.mirrorX() && x, settings.mirrorY() && y, settings.mirrorZ() && z);
  }
}
