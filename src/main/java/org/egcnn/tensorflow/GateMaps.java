/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TFloating;

/** Brings the attention maps of all gates to full size, beside each other. */
final class GateMaps {
  private GateMaps() {}

  /**
   * The maps as channels.
   *
   * @param attention the finest first, each [N, D, H, W, 1] at its resolution
   * @return [N, D, H, W, G]; a value of a lower resolution is repeated for the voxels it stands
   *     for. Empty if there are no maps
   */
  static Optional<Operand<TFloating>> of(GraphOps ops, List<Node> attention) {
    if (attention.isEmpty()) {
      return Optional.empty();
    }
    List<Operand<TFloating>> channels = new ArrayList<>();
    for (int r = 0; r < attention.size(); r++) {
      channels.add(repeat(ops, attention.get(r), 1L << r));
    }
    return Optional.of(
        channels.size() == 1 ? channels.get(0) : ops.tf().concat(channels, ops.tf().constant(4)));
  }

  private static Operand<TFloating> repeat(GraphOps ops, Node map, long factor) {
    long[] s = map.shape();
    Operand<TFloating> apart = ops.reshape(map.value(), s[0], s[1], 1, s[2], 1, s[3], 1);
    Operand<TFloating> tiled = ops.tf().tile(apart, ops.ints(1, 1, factor, 1, factor, 1, factor));
    return ops.reshape(tiled, s[0], s[1] * factor, s[2] * factor, s[3] * factor, 1);
  }
}
