/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.egcnn.tensorflow.Weights.Start;

/**
 * The edge-gated layer (EG-CNN paper, section 3.2): an attention map learnt from both streams,
 * {@code α = σ(ψ(ReLU(W_e e + W_m m)))}, decides where the edge stream's map passes, {@code o =
 * residual(e ⊙ α + e)}.
 */
final class EdgeGatedLayer {
  private EdgeGatedLayer() {}

  /**
   * Builds the layer.
   *
   * @param layers where to build
   * @param name the layer's name
   * @param e the edge stream's map
   * @param m the main stream's map of the same size
   * @param gated false for α = 1, an ablation
   */
  static Node build(Layers layers, String name, Node e, Node m, boolean gated) {
    Node passed =
        gated
            ? layers.part(name, List.of(e, m), (gate, in) -> gate(gate, in.get(0), in.get(1)))
            : Arithmetic.scale(layers.ops(), e, 2);
    return layers.in(name).residual("block", passed, 3);
  }

  private static Node gate(Layers layers, Node e, Node m) {
    return Arithmetic.gate(layers.ops(), e, attention(layers, e, m));
  }

  private static Node attention(Layers layers, Node e, Node m) {
    GraphOps ops = layers.ops();
    Node joined =
        Arithmetic.add(
            ops,
            layers.pointwise("edge", e, e.channels()),
            layers.pointwise("main", m, e.channels()));
    Node hidden = Activation.relu(ops, layers.bias("joined", joined));
    Node logit =
        layers.bias("attention", layers.pointwise("attention", hidden, 1, Start.HE_NORMAL));
    return Activation.sigmoid(ops, logit);
  }
}
