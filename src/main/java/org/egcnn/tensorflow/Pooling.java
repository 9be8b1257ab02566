/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.nn.MaxPool3d;
import org.tensorflow.types.family.TFloating;

/** Max-pooling that halves the size. */
final class Pooling {
  private static final List<Long> HALF = List.of(1L, 2L, 2L, 2L, 1L);
  private static final String VALID = "VALID";

  private Pooling() {}

  /**
   * The largest of each 2x2x2 block.
   *
   * @param x the map; its sides are even
   */
  static Node max(GraphOps ops, Node x) {
    long[] shape = x.shape().clone();
    for (int axis = 1; axis <= 3; axis++) {
      shape[axis] /= 2;
    }
    MaxPool3d<TFloating> y = ops.tf().nn.maxPool3d(x.value(), HALF, HALF, VALID);
    return Node.of(ops, y, shape, List.of(x), g -> List.of(toInput(ops, x.value(), y, g)));
  }

  private static Operand<TFloating> toInput(
      GraphOps ops, Operand<TFloating> x, Operand<TFloating> y, Operand<TFloating> gradient) {
    return ops.tf().nn.maxPool3dGrad(x, y, gradient, HALF, HALF, VALID);
  }
}
