/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import java.util.Arrays;

/**
 * One named array of float32 weights.
 *
 * @param shape its dimensions, slowest first
 * @param values the values in row-major order, as many as the product of the dimensions
 */
public record WeightTensor(long[] shape, float[] values) {

  /** Checks that shape and values agree. */
  public WeightTensor {
    long n = 1;
    for (long d : shape) {
      n *= d;
    }
    if (n != values.length) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(shape) + " needs " + n + " values, not " + values.length);
    }
  }
}
