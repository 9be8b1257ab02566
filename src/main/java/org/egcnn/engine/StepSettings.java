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
 */
public record StepSettings(double learningRate, double clipNorm, long noiseSeed) {}
