/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import java.util.Random;

/** Draws numbers from ranges. */
record Draw(Random random) {

  /** Uniform between two numbers. */
  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Uniform whole number between two, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** True with a probability. */
  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
