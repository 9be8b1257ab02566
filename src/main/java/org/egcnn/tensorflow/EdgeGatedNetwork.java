/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import java.util.Optional;
import org.egcnn.model.Architecture;
import org.egcnn.model.EdgeStream;
import org.egcnn.tensorflow.Weights.Start;

/** A whole network: the backbone, the edge stream beside it if wanted, and the heads. */
final class EdgeGatedNetwork {

  /**
   * What a network gives for an image.
   *
   * @param logits segmentation logits, [N, D, H, W, K + 1] or, for regions, [N, D, H, W, K]
   * @param probabilities the same after softmax or logistic function
   * @param edgeLogits edge logits, [N, D, H, W, K]; empty without an edge stream
   * @param attention the attention maps of the gates, the finest first, each [N, D, H, W, 1] at its
   *     resolution; empty without gates
   */
  record Outputs(
      Node logits, Node probabilities, Optional<Node> edgeLogits, List<Node> attention) {}

  private EdgeGatedNetwork() {}

  /** Builds a network over an image [N, D, H, W, C]. */
  static Outputs build(Layers layers, Node image, Architecture architecture) {
    MainStream.Features features =
        MainStream.of(architecture).build(layers.in("main"), image, architecture);
    Layers head = layers.in("head");
    Node main = head.normRelu("main_norm", features.last());
    Node logits;
    Optional<Node> edges = Optional.empty();
    List<Node> attention = List.of();
    if (architecture.edgeStream().isPresent()) {
      EdgeStream settings = architecture.edgeStream().get();
      EdgeStreamNetwork.Stream stream =
          EdgeStreamNetwork.build(
              layers.in("edge"),
              settings.stopsIntoMain() ? features.stopped() : features,
              architecture.edgeWidth(),
              settings);
      Node edge = head.normRelu("edge_norm", stream.last());
      attention = stream.attention();
      edges =
          Optional.of(head.bias("edges", head.pointwise("edges", edge, architecture.outputs())));
      Node fused = settings.stopsIntoEdge() ? edge.stopped() : edge;
      logits = fuse(head, main, fused, architecture.outputChannels(), settings.fusion());
    } else {
      logits = head.pointwise("main", main, architecture.outputChannels());
    }
    logits = head.bias("segmentation", logits);
    Node probabilities =
        architecture.exclusive()
            ? Activation.softmax(layers.ops(), logits)
            : Activation.sigmoid(layers.ops(), logits);
    return new Outputs(logits, probabilities, edges, attention);
  }

  /**
   * Joins the streams. One 1x1x1 convolution of a concatenation is the sum of a convolution of each
   * half, which spares the copy.
   */
  private static Node fuse(
      Layers head, Node main, Node edge, long channels, EdgeStream.Fusion fusion) {
    if (fusion == EdgeStream.Fusion.CONVOLVED) {
      Node both = Arithmetic.concatenate(head.ops(), edge, main);
      Node mixed = head.convolution("fusion", both, main.channels(), 3, 1);
      return head.pointwise("main", head.normRelu("fusion_norm", mixed), channels);
    }
    Start start = fusion == EdgeStream.Fusion.ZERO_START ? Start.ZERO : Start.HE_NORMAL;
    return Arithmetic.add(
        head.ops(),
        head.pointwise("main", main, channels),
        head.pointwise("edge", edge, channels, start));
  }
}
