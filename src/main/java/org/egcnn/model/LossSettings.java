/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import java.util.List;

/**
 * The loss {@code L = L_semantic + L_edge + λ_c L_consistency} (EG-CNN paper, section 3.3).
 *
 * @param crossEntropy the weight of the segmentation's cross entropy beside its soft Dice in
 *     L_semantic; 0, as in the paper, for the soft Dice alone
 * @param edgeDice λ_1, the weight of the edge stream's soft Dice
 * @param edgeCrossEntropy λ_2, the weight of the edge stream's balanced cross entropy
 * @param consistency λ_c, the weight of the L1 between Sobel magnitudes at edge voxels
 * @param temperature τ of the Gumbel-softmax, above 0
 * @param edgeThreshold an edge voxel has a Sobel magnitude above this
 * @param innerEdges whether an edge voxel must belong to its class, which makes edges less than
 *     half as thick; false in files that do not say it
 * @param weightDecay L2 penalty on convolution kernels, added to the gradient
 * @param spacing relative voxel sides x, y, z, by which the Sobel derivatives are divided; 1, 1, 1
 *     for isotropic voxels
 */
public record LossSettings(
    double crossEntropy,
    double edgeDice,
    double edgeCrossEntropy,
    double consistency,
    double temperature,
    double edgeThreshold,
    boolean innerEdges,
    double weightDecay,
    List<Double> spacing) {

  /** Checks the ranges. */
  public LossSettings {
    if (!(crossEntropy >= 0
        && edgeDice >= 0
        && edgeCrossEntropy >= 0
        && consistency >= 0
        && weightDecay >= 0)) {
      throw new IllegalArgumentException("the weights of a loss must not be negative");
    }
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("the temperature must be above 0");
    }
    if (spacing.size() != 3 || spacing.stream().anyMatch(s -> !(s > 0))) {
      throw new IllegalArgumentException("a spacing has three numbers above 0");
    }
    spacing = List.copyOf(spacing);
  }

  /** A loss without the segmentation's cross entropy, with edges inside their class. */
  public LossSettings(
      double edgeDice,
      double edgeCrossEntropy,
      double consistency,
      double temperature,
      double edgeThreshold,
      double weightDecay,
      List<Double> spacing) {
    this(
        0,
        edgeDice,
        edgeCrossEntropy,
        consistency,
        temperature,
        edgeThreshold,
        true,
        weightDecay,
        spacing);
  }

  /**
   * The defaults: no cross entropy, λ_1 = 1, λ_2 = 0.5, λ_c = 0.1, τ = 0.5, threshold 0, edges
   * inside their class, decay 1e-5.
   */
  public static LossSettings standard() {
    return new LossSettings(1, 0.5, 0.1, 0.5, 0, 1e-5, List.of(1.0, 1.0, 1.0));
  }

  /**
   * The same loss for voxels of a size.
   *
   * @param millimetres voxel sides x, y, z; divided by the smallest one
   */
  public LossSettings forSpacing(List<Double> millimetres) {
    double smallest = millimetres.stream().mapToDouble(Double::doubleValue).min().orElse(1);
    List<Double> relative = millimetres.stream().map(s -> s / smallest).toList();
    return new LossSettings(
        crossEntropy,
        edgeDice,
        edgeCrossEntropy,
        consistency,
        temperature,
        edgeThreshold,
        innerEdges,
        weightDecay,
        relative);
  }
}
