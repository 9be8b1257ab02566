/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

/**
 * The loss of one training step, before its update.
 *
 * @param total the sum that was minimised, without weight decay
 * @param semantic L_semantic
 * @param edge L_edge with its weights and the step's share applied; 0 without an edge stream
 * @param consistency λ_c L_consistency times the step's share; 0 without an edge stream
 * @param gradientNorm global norm of the gradients before clipping
 */
public record StepLosses(
    double total, double semantic, double edge, double consistency, double gradientNorm) {

  /** Whether every part is a finite number. */
  public boolean isFinite() {
    return Double.isFinite(total + semantic + edge + consistency + gradientNorm);
  }
}
