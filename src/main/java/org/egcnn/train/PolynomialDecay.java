/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

/**
 * The learning rate's course, {@code α = α₀ (1 − e / N)^p} at epoch e of N (EG-CNN paper, section
 * 4, with p = 0.9).
 *
 * @param initial α₀, above 0
 * @param epochs N, at least 1
 * @param power p; 0 keeps the rate
 * @param warmUpEpochs in the first epochs the rate is multiplied by (e + 1) / (warmUpEpochs + 1)
 */
public record PolynomialDecay(double initial, int epochs, double power, int warmUpEpochs) {

  /**
   * The rate for all steps of an epoch.
   *
   * @param epoch e, from 0 to N − 1
   */
  public double rate(int epoch) {
    double decayed = initial * Math.pow(1 - (double) epoch / epochs, power);
    return epoch < warmUpEpochs ? decayed * (epoch + 1) / (warmUpEpochs + 1) : decayed;
  }
}
