/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * Maps [N, D, H, W, C] as rows of W C numbers, to combine them with one number a channel.
 * TensorFlow spreads the few numbers of the channels over a map several times more slowly than it
 * combines them with rows in which they are repeated.
 *
 * @param ops where to build
 * @param shape the maps' shape
 */
record ChannelRows(GraphOps ops, long[] shape) {

  /** A map as rows, [N, D H, W C]. */
  Operand<TFloating> rows(Operand<TFloating> map) {
    return ops.reshape(map, shape[0], shape[1] * shape[2], shape[3] * shape[4]);
  }

  /** Rows as a map. */
  Operand<TFloating> map(Operand<TFloating> rows) {
    return ops.reshape(rows, shape);
  }

  /**
   * Numbers a channel repeated along a row.
   *
   * @param numbers C of them, or N times C
   */
  Operand<TFloating> row(Operand<TFloating> numbers, long samples) {
    Operand<TFloating> apart = ops.reshape(numbers, samples, 1, shape[4]);
    return ops.tf().tile(apart, ops.ints(1, 1, shape[3]));
  }

  /** A map times a number a channel, [C]. */
  Operand<TFloating> times(Operand<TFloating> map, Operand<TFloating> numbers) {
    return map(ops.mul(rows(map), row(numbers, 1)));
  }

  /** A map plus a number a channel, [C]. */
  Operand<TFloating> plus(Operand<TFloating> map, Operand<TFloating> numbers) {
    return map(ops.add(rows(map), row(numbers, 1)));
  }
}
