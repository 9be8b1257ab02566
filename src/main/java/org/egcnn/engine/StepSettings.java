/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

/**
 * What differs from one training step to the next.
 *
 * @param learningRate Adam's step size
 * @param clipNorm gradients are scaled down to this global norm; 0 switches clipping off
 * @param noiseSeed decides the Gumbel noise of this step
 * @param averageDecay the share of the mean of the weights that this step keeps, 0 to below 1; 0
 *     for no mean, see {@link Network#step}
 * @param edgeShare what edge and consistency loss are multiplied by, 0 to 1
 */
public record StepSettings(
    double learningRate, double clipNorm, long noiseSeed, double averageDecay, double edgeShare) {

  /** A step of the whole loss without a mean of the weights. */
  public StepSettings(double learningRate, double clipNorm, long noiseSeed) {
    this(learningRate, clipNorm, noiseSeed, 0, 1);
  }
}
