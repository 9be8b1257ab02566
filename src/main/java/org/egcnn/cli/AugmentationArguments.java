/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.Set;
import org.egcnn.segment.Axis;
import org.egcnn.task.BadInputException;
import org.egcnn.train.AugmentationSettings;
import picocli.CommandLine.Option;

/** Options of how training crops are varied. */
final class AugmentationArguments implements OptionGroup {
  private static final AugmentationSettings STANDARD = AugmentationSettings.standard();

  @Option(
      names = "--mirror-axes",
      paramLabel = "AXES",
      defaultValue = "x",
      converter = AxesConverter.class,
      description = "Axes along which crops are mirrored at random, such as xy; none for none.")
  private Set<Axis> mirrorAxes;

  @Option(
      names = "--intensity-shift",
      paramLabel = "SD",
      description = "Largest shift of intensity, in standard deviations.")
  private double intensityShift = STANDARD.intensityShift();

  @Option(
      names = "--intensity-scale",
      paramLabel = "S",
      description = "Intensities are scaled by a factor from 1-S to 1+S.")
  private double intensityScale = STANDARD.intensityScale();

  @Option(
      names = "--rotation",
      paramLabel = "DEGREES",
      description = "Largest rotation about each axis.")
  private double rotation = STANDARD.rotation();

  @Option(
      names = "--zoom",
      paramLabel = "Z",
      description = "Crops are zoomed by a factor from 1-Z to 1+Z.")
  private double zoom = STANDARD.zoom();

  @Option(
      names = "--deformation",
      paramLabel = "MM",
      description = "Smooth deformation; typical displacement (root mean square) along each axis.")
  private double deformation = STANDARD.deformation();

  @Option(
      names = "--noise",
      paramLabel = "SD",
      description = "Most Gaussian noise, in standard deviations.")
  private double noise = STANDARD.noise();

  @Option(
      names = "--gamma",
      paramLabel = "G",
      description = "Gamma curves have an exponent from 1/(1+G) to 1+G.")
  private double gamma = STANDARD.gamma();

  @Option(
      names = "--augmentation-share",
      paramLabel = "SHARE",
      description =
          "Share of the crops that get each of rotation with zoom and deformation, noise, and"
              + " gamma.")
  private double share = AugmentationSettings.strong().share();

  @Override
  public String heading() {
    return "Augmentation";
  }

  /** How crops are varied. */
  AugmentationSettings settings() throws BadInputException {
    return ValidSetting.of(
        () ->
            new AugmentationSettings(
                mirrorAxes.contains(Axis.X),
                mirrorAxes.contains(Axis.Y),
                mirrorAxes.contains(Axis.Z),
                intensityShift,
                intensityScale,
                rotation,
                zoom,
                deformation,
                noise,
                gamma,
                share));
  }
}
