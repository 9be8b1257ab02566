/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import org.egcnn.engine.StepLosses;

/**
 * The sums of the losses of an epoch's steps so far.
 *
 * @param steps steps summed up
 * @param total sum of the losses that were minimised
 * @param semantic sum of L_semantic
 * @param edge sum of the weighted L_edge
 * @param consistency sum of λ_c L_consistency
 * @param gradientNorm sum of the gradients' global norms
 */
record LossSums(
    int steps,
    double total,
    double semantic,
    double edge,
    double consistency,
    double gradientNorm) {

  /** Before the first step. */
  static final LossSums NONE = new LossSums(0, 0, 0, 0, 0, 0);

  /** With one step more. */
  LossSums plus(StepLosses losses) {
    return new LossSums(
        steps + 1,
        total + losses.total(),
        semantic + losses.semantic(),
        edge + losses.edge(),
        consistency + losses.consistency(),
        gradientNorm + losses.gradientNorm());
  }

  /** The means over the steps. */
  StepLosses mean() {
    return new StepLosses(
        total / steps, semantic / steps, edge / steps, consistency / steps, gradientNorm / steps);
  }
}
