/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.List;
import java.util.Optional;
import org.egcnn.dataset.PreprocessingChoice;
import org.egcnn.dataset.VoxelSize;
import org.egcnn.model.Normalisation;
import picocli.CommandLine.Option;

/** Options of what is done to volumes before the network sees them. */
final class PreprocessingArguments implements OptionGroup {
  @Option(
      names = "--spacing",
      paramLabel = "MM",
      description =
          "Voxel size along x,y,z that volumes are resampled to, one number for cubes, or original."
              + " By default it follows from the data.")
  private VoxelSize spacing;

  @Option(
      names = "--normalisation",
      split = ",",
      paramLabel = "METHOD",
      description =
          "z-score, z-score-nonzero, window:LOWER:UPPER or none; one for all channels, or one for"
              + " each, separated by commas. By default it follows from the data.")
  private List<Normalisation> normalisation;

  @Override
  public String heading() {
    return "Preprocessing";
  }

  /** What was decided. */
  PreprocessingChoice choice() {
    return new PreprocessingChoice(
        Optional.ofNullable(spacing), Optional.ofNullable(normalisation));
  }
}
