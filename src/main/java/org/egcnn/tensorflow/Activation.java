/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TFloating;

/** Functions applied to each element, or to the channels of each position. */
final class Activation {
  private Activation() {}

  /** max(x, 0). */
  static Node relu(GraphOps ops, Node x) {
    Operand<TFloating> y = ops.tf().nn.relu(x.value());
    return Node.of(ops, y, x.shape(), List.of(x), g -> List.of(reluGradient(ops, g, y)));
  }

  /** The gradient where the ReLU's result is positive, 0 elsewhere. */
  static Operand<TFloating> reluGradient(
      GraphOps ops, Operand<TFloating> gradient, Operand<TFloating> result) {
    return ops.tf()
        .scope()
        .opBuilder("ReluGrad", "ReluGrad")
        .addInput(gradient.asOutput())
        .addInput(result.asOutput())
        .build()
        .output(0);
  }

  /** The logistic function. */
  static Node sigmoid(GraphOps ops, Node x) {
    Operand<TFloating> y = ops.tf().math.sigmoid(x.value());
    return Node.of(
        ops,
        y,
        x.shape(),
        List.of(x),
        g -> List.of(ops.mul(g, ops.mul(y, ops.sub(ops.constant(1), y)))));
  }

  /** Softmax over the channels. */
  static Node softmax(GraphOps ops, Node x) {
    Operand<TFloating> y =
        ops.reshape(
            ops.tf().nn.softmax(ops.reshape(x.value(), x.positions(), x.channels())), x.shape());
    return Node.of(
        ops,
        y,
        x.shape(),
        List.of(x),
        g -> {
          Operand<TFloating> product = ops.mul(g, y);
          Operand<TInt32> last = ops.ints(x.shape().length - 1L);
          Operand<TFloating> sums = ops.tf().reduceSum(product, last, ReduceSum.keepDims(true));
          return List.of(ops.sub(product, ops.mul(y, sums)));
        });
  }
}
