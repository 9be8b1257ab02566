/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.EnumSet;
import java.util.Set;
import org.egcnn.segment.Axis;
import org.egcnn.task.BadInputException;
import org.egcnn.train.AugmentationSettings;

/** Reads how crops are varied, by the command line's names with {@code _} for {@code -}. */
final class AugmentationKeys {
  private AugmentationKeys() {}

  /** Settings that differ from others in what is named. */
  static AugmentationSettings override(StrictObject keys, AugmentationSettings base)
      throws BadInputException {
    Set<Axis> mirrored = keys.parsed("mirror_axes", Axis::parse).orElse(mirrored(base));
    double share = base.share() == 0 ? AugmentationSettings.strong().share() : base.share();
    return new AugmentationSettings(
        mirrored.contains(Axis.X),
        mirrored.contains(Axis.Y),
        mirrored.contains(Axis.Z),
        keys.number("intensity_shift").orElse(base.intensityShift()),
        keys.number("intensity_scale").orElse(base.intensityScale()),
        keys.number("rotation").orElse(base.rotation()),
        keys.number("zoom").orElse(base.zoom()),
        keys.number("deformation").orElse(base.deformation()),
        keys.number("noise").orElse(base.noise()),
        keys.number("gamma").orElse(base.gamma()),
        keys.number("augmentation_share").orElse(share));
  }

  private static Set<Axis> mirrored(AugmentationSettings settings) {
    Set<Axis> axes = EnumSet.noneOf(Axis.class);
    if (settings.mirrorX()) {
      axes.add(Axis.X);
    }
    if (settings.mirrorY()) {
      axes.add(Axis.Y);
    }
    if (settings.mirrorZ()) {
      axes.add(Axis.Z);
    }
    return axes;
  }
}
