/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

/**
 * How crops are varied. Rotation, zoom, noise and gamma are each used for a share of the crops;
 * mirroring is a coin toss for each axis; shift and scale are drawn for every crop and channel.
 *
 * @param mirrorX whether crops may be mirrored along x
 * @param mirrorY whether crops may be mirrored along y
 * @param mirrorZ whether crops may be mirrored along z
 * @param intensityShift largest shift, in standard deviations of the case's channel
 * @param intensityScale largest relative change of scale: factors are in [1 − s, 1 + s]
 * @param rotation largest angle about each axis, in degrees
 * @param zoom largest relative change of size: factors are in [1 − z, 1 + z], below 1
 * @param deformation root mean square of the displacements of a smooth deformation, in mm
 * @param noise largest standard deviation of added Gaussian noise, in standard deviations of the
 *     case's channel
 * @param gamma largest exponent minus one of the gamma curve: exponents are in [1 / (1 + g), 1 + g]
 * @param share the share of crops that get each of rotation with zoom and deformation, noise, and
 *     gamma, 0 to 1; 0 where none of these is asked for
 */
public record AugmentationSettings(
    boolean mirrorX,
    boolean mirrorY,
    boolean mirrorZ,
    double intensityShift,
    double intensityScale,
    double rotation,
    double zoom,
    double deformation,
    double noise,
    double gamma,
    double share) {

  /** Checks the ranges. */
  public AugmentationSettings {
    if (!(intensityShift >= 0 && noise >= 0 && gamma >= 0 && deformation >= 0)) {
      throw new IllegalArgumentException(
          "intensity shift, deformation, noise and gamma must not be negative");
    }
    if (!(intensityScale >= 0 && intensityScale < 1 && zoom >= 0 && zoom < 1)) {
      throw new IllegalArgumentException("intensity scale and zoom must be at least 0 and below 1");
    }
    if (!(rotation >= 0 && rotation <= 180)) {
      throw new IllegalArgumentException("rotation must be between 0 and 180 degrees");
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("the share of varied crops must be between 0 and 1");
    }
    boolean some = rotation > 0 || zoom > 0 || deformation > 0 || noise > 0 || gamma > 0;
    share = some ? share : 0;
  }

  /**
   * The default: intensities shifted by up to 0.1 standard deviations and scaled by up to 10 %, as
   * in Myronenko 2018, which the EG-CNN paper builds on, and mirroring from left to right. Bodies
   * are alike on both sides but not above and below: a network that must also learn what is upside
   * down learns more slowly, so the other axes, which Myronenko mirrors too, are left to the user.
   */
  public static AugmentationSettings standard() {
    return new AugmentationSettings(true, false, false, 0.1, 0.1, 0, 0, 0, 0, 0, 0);
  }

  /** No variation at all. */
  public static AugmentationSettings none() {
    return new AugmentationSettings(false, false, false, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** The default together with small rotations, zooms, noise and gamma for small datasets. */
  public static AugmentationSettings strong() {
    return new AugmentationSettings(true, false, false, 0.1, 0.1, 15, 0.15, 0, 0.1, 0.3, 0.3);
  }
}
