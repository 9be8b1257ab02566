/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

/**
 * The loss {@code L = L_semantic + L_edge + λ_c L_consistency} (EG-CNN paper, section 3.3).
 *
 * @param edgeDice λ_1, the weight of the edge stream's soft Dice
 * @param edgeCrossEntropy λ_2, the weight of the edge stream's balanced cross entropy
 * @param consistency λ_c, the weight of the L1 between Sobel magnitudes at edge voxels
 * @param temperature τ of the Gumbel-softmax, above 0
 * @param edgeThreshold an edge voxel has a Sobel magnitude above this
 * @param weightDecay L2 penalty on convolution kernels, added to the gradient
 */
public record LossSettings(
    double edgeDice,
    double edgeCrossEntropy,
    double consistency,
    double temperature,
    double edgeThreshold,
    double weightDecay) {

  /** The defaults: λ_1 = 1, λ_2 = 0.5, λ_c = 0.1, τ = 0.5, threshold 0, decay 1e-5. */
  public static LossSettings standard() {
    return new LossSettings(1, 0.5, 0.1, 0.5, 0, 1e-5);
  }
}
