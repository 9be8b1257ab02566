/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/**
 * A predicted map with the reference it is judged by. A batch that is spread over several devices
 * has one a device; a loss sums over all of them, so that it does not depend on how the batch is
 * spread.
 *
 * @param ops builds on the device that holds the map
 * @param map the prediction, [N, D, H, W, C]
 * @param reference 0 or 1, of the same shape
 */
record JudgedMap(GraphOps ops, Node map, Operand<TFloating> reference) {

  /** The sum over voxels of prediction times reference, [C]. */
  Node overlap() {
    return Node.of(
        ops,
        channelSums(ops.mul(reference, map.value())),
        new long[] {map.channels()},
        List.of(map),
        g -> List.of(layout().times(reference, g)));
  }

  /** The sum over voxels of the prediction's square, [C]. */
  Node squares() {
    return Node.of(
        ops,
        channelSums(ops.square(map.value())),
        new long[] {map.channels()},
        List.of(map),
        g -> List.of(layout().times(map.value(), ops.mul(ops.constant(2), g))));
  }

  /** The number of voxels the reference marks, [C]. */
  Operand<TFloating> marked() {
    return channelSums(reference);
  }

  /** For numbers a class. */
  ChannelRows layout() {
    return new ChannelRows(ops, map.shape());
  }

  private Operand<TFloating> channelSums(Operand<TFloating> values) {
    return ops.reshape(
        ops.positionSums(values, 1, map.positions(), map.channels(), 1), map.channels());
  }
}
