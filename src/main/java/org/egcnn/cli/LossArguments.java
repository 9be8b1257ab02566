/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import org.egcnn.model.LossSettings;
import org.egcnn.task.BadInputException;
import picocli.CommandLine.Option;

/** Options of the loss. */
final class LossArguments implements OptionGroup {
  private static final LossSettings STANDARD = LossSettings.standard();

  @Option(
      names = "--cross-entropy",
      paramLabel = "WEIGHT",
      description =
          "Weight of the segmentation's cross entropy, which is added to its soft Dice; the paper"
              + " has none.")
  private double crossEntropy = STANDARD.crossEntropy();

  @Option(
      names = "--edge-dice",
      paramLabel = "WEIGHT",
      description = "Weight of the edge stream's soft Dice (lambda 1).")
  private double edgeDice = STANDARD.edgeDice();

  @Option(
      names = "--edge-cross-entropy",
      paramLabel = "WEIGHT",
      description = "Weight of the edge stream's balanced cross entropy (lambda 2).")
  private double edgeCrossEntropy = STANDARD.edgeCrossEntropy();

  @Option(
      names = "--consistency",
      paramLabel = "WEIGHT",
      description = "Weight of the consistency between the edges of both streams.")
  private double consistency = STANDARD.consistency();

  @Option(
      names = "--temperature",
      paramLabel = "TAU",
      description = "Temperature of the Gumbel-softmax in the consistency, above 0.")
  private double temperature = STANDARD.temperature();

  @Option(
      names = "--edge-threshold",
      paramLabel = "T",
      description = "A reference edge voxel has a Sobel magnitude above this.")
  private double edgeThreshold = STANDARD.edgeThreshold();

  @Option(
      names = "--inner-edges",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Only voxels of a class are its edges; without, also those on the boundary's other"
              + " side.")
  private boolean innerEdges;

  @Option(
      names = "--weight-decay",
      paramLabel = "RATE",
      description = "L2 penalty on convolution kernels.")
  private double weightDecay = STANDARD.weightDecay();

  @Override
  public String heading() {
    return "Loss";
  }

  /** The loss. */
  LossSettings settings() throws BadInputException {
    return ValidSetting.of(
        () ->
            new LossSettings(
                crossEntropy,
                edgeDice,
                edgeCrossEntropy,
                consistency,
                temperature,
                edgeThreshold,
                innerEdges,
                weightDecay,
                STANDARD.spacing()));
  }
}
