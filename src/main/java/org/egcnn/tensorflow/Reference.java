/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import org.egcnn.model.Architecture;
import org.egcnn.model.LossSettings;
import org.tensorflow.Operand;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TFloating;

/**
 * What a network is taught for some crops: one map of 0 and 1 a class, with the background first
 * where classes are exclusive.
 *
 * @param value [N, D, H, W, K + 1], or K maps for regions
 * @param shape its shape
 * @param background how many of the maps are background: 1 or 0
 */
record Reference(Operand<TFloating> value, long[] shape, int background) {

  /**
   * The reference's boundaries, generated online (EG-CNN paper, section 3.2).
   *
   * @param magnitude of the Sobel gradient, [N, D, H, W, K]
   * @param voxels 1 where the magnitude is above the threshold, within the class if only inner
   *     edges are wanted; else 0
   */
  record Edges(Operand<TFloating> magnitude, Operand<TFloating> voxels) {}

  /**
   * Unfolds label codes.
   *
   * @param labels label codes, [N, D, H, W]
   * @param shape the shape of the network's output
   */
  static Reference of(
      GraphOps ops, Architecture architecture, Operand<TUint8> labels, long[] shape) {
    if (architecture.exclusive()) {
      Operand<TFloating> hot =
          ops.tf()
              .oneHot(
                  labels,
                  ops.tf().constant(architecture.outputChannels()),
                  ops.constant(1),
                  ops.constant(0));
      return new Reference(hot, shape, 1);
    }
    Operand<TInt32> codes = ops.tf().dtypes.cast(labels, TInt32.class);
    return new Reference(
        ops.tf().gather(regions(ops, architecture.outputs()), codes, ops.tf().constant(0)),
        shape,
        0);
  }

  /** A row for each label code: 1 for the regions whose bits are set, [2^K, K]. */
  private static Operand<TFloating> regions(GraphOps ops, int count) {
    int codes = 1 << count;
    double[] rows = new double[codes * count];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (i / count) >> (i % count) & 1;
    }
    return ops.constant(rows, codes, count);
  }

  /** The boundaries of every class. */
  Edges edges(GraphOps ops, LossSettings settings) {
    Node foreground = Arithmetic.from(ops, Node.constant(value, shape), background);
    Operand<TFloating> magnitude =
        new SobelMagnitude(ops, settings.spacing()).apply(foreground).value();
    Operand<TFloating> voxels = aboveThreshold(ops, magnitude, settings.edgeThreshold());
    return new Edges(
        magnitude, settings.innerEdges() ? ops.mul(voxels, foreground.value()) : voxels);
  }

  /** 1 where the magnitude is above the threshold; a margin takes the root's ε out again. */
  static Operand<TFloating> aboveThreshold(
      GraphOps ops, Operand<TFloating> magnitude, double threshold) {
    return ops.cast(ops.tf().math.greater(magnitude, ops.constant(threshold + 1e-5)));
  }
}
