/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import java.util.Optional;
import org.egcnn.model.EdgeStream;
import org.egcnn.tensorflow.Weights.Start;

/**
 * The edge-gated layer (EG-CNN paper, section 3.2): an attention map learnt from both streams,
 * {@code α = σ(ψ(ReLU(W_e e + W_m m)))}, decides where the edge stream's map passes, {@code o =
 * residual(e ⊙ α + e)}. Both maps are sums of many residual blocks, which nothing bounds; without a
 * GroupNorm of their sum α saturates within an epoch, and no gradient passes.
 */
final class EdgeGatedLayer {

  /**
   * A built layer.
   *
   * @param output o
   * @param attention α, [N, D, H, W, 1]; empty without a gate
   */
  record Gated(Node output, Optional<Node> attention) {}

  private EdgeGatedLayer() {}

  /**
   * Builds the layer.
   *
   * @param layers where to build
   * @param name the layer's name
   * @param e the edge stream's map
   * @param m the main stream's map of the same size
   * @param settings whether and how the map is gated
   */
  static Gated build(Layers layers, String name, Node e, Node m, EdgeStream settings) {
    GraphOps ops = layers.ops();
    Optional<Node> attention =
        settings.gated()
            ? Optional.of(
                layers.part(
                    name,
                    List.of(e, m),
                    (gate, in) -> attention(gate, in.get(0), in.get(1), settings.attention())))
            : Optional.empty();
    Node passed =
        attention
            .map(alpha -> Arithmetic.gate(ops, e, alpha))
            .orElseGet(() -> Arithmetic.scale(ops, e, 2));
    return new Gated(layers.in(name).residual("block", passed, 3), attention);
  }

  private static Node attention(Layers layers, Node e, Node m, EdgeStream.Attention form) {
    GraphOps ops = layers.ops();
    Node joined =
        Arithmetic.add(
            ops,
            layers.pointwise("edge", e, e.channels()),
            layers.pointwise("main", m, e.channels()));
    Node hidden =
        switch (form) {
          case NORMALISED -> layers.normRelu("joined_norm", joined);
          case PLAIN -> Activation.relu(ops, layers.bias("joined", joined));
        };
    Node logit =
        layers.bias("attention", layers.pointwise("attention", hidden, 1, Start.HE_NORMAL));
    return Activation.sigmoid(ops, logit);
  }
}
