/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * The magnitude of the 3D Sobel gradient of each channel, differentiable; the twin of {@link
 * org.egcnn.image.SobelEdges}: derivative (-1, 0, 1)/2 along one axis, smoothing (1, 2, 1)/4 along
 * the other two, the border repeated.
 */
final class SobelMagnitude {
  /** Keeps the square root differentiable where there is no gradient. */
  private static final double EPSILON = 1e-12;

  private static final double[] SMOOTHING = {0.25, 0.5, 0.25};
  private static final double[] DERIVATIVE = {-0.5, 0, 0.5};

  private final GraphOps ops;
  private final List<Double> spacing;

  /**
   * A filter for voxels of a shape.
   *
   * @param spacing relative voxel sides x, y, z
   */
  SobelMagnitude(GraphOps ops, List<Double> spacing) {
    this.ops = ops;
    this.spacing = spacing;
  }

  /** {@code sqrt(gx² + gy² + gz² + ε)} of a map [N, D, H, W, C]. */
  Node apply(Node x) {
    Node smoothZ = along(x, 1, SMOOTHING);
    Node smoothZy = along(smoothZ, 2, SMOOTHING);
    Node gx = along(smoothZy, 3, DERIVATIVE);
    Node gy = along(along(smoothZ, 2, DERIVATIVE), 3, SMOOTHING);
    Node gz = along(along(along(x, 1, DERIVATIVE), 2, SMOOTHING), 3, SMOOTHING);
    return norm(List.of(gx, gy, gz));
  }

  private Node norm(List<Node> components) {
    List<Operand<TFloating>> squares = components.stream().map(c -> ops.square(c.value())).toList();
    Operand<TFloating> sum = ops.sum(squares);
    Operand<TFloating> length = ops.tf().math.sqrt(ops.add(sum, ops.constant(EPSILON)));
    return Node.of(
        ops,
        length,
        components.get(0).shape(),
        components,
        g -> {
          Operand<TFloating> unit = ops.div(g, length);
          return components.stream().map(c -> ops.mul(unit, c.value())).toList();
        });
  }

  /** Applies three taps along an axis: 1 (z), 2 (y) or 3 (x). */
  private Node along(Node x, int axis, double[] taps) {
    int n = (int) x.shape()[axis];
    double side = taps == DERIVATIVE ? spacing.get(3 - axis) : 1;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int tap = -1; tap <= 1; tap++) {
        int j = Math.min(n - 1, Math.max(0, i + tap));
        matrix[i][j] += taps[tap + 1] / side;
      }
    }
    return AxisMatrix.apply(ops, x, axis, matrix);
  }
}
