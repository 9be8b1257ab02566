/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.egcnn.model.EdgeStream;

/**
 * The stream that learns boundaries (EG-CNN paper, section 3.2): it starts from the decoder's first
 * up-sampled map and climbs to full size, gated by the encoder's map at each resolution.
 */
final class EdgeStreamNetwork {

  /**
   * A built stream.
   *
   * @param last its last map, at resolution 0
   * @param attention the attention maps of its gates, the finest first; empty without gates
   */
  record Stream(Node last, List<Node> attention) {}

  private EdgeStreamNetwork() {}

  /**
   * Builds the stream.
   *
   * @param layers where to build
   * @param features the backbone it plugs into
   * @param width its channels at resolution 0
   * @param settings its settings
   */
  static Stream build(Layers layers, MainStream.Features features, int width, EdgeStream settings) {
    int lowest = features.encoder().size() - 2;
    Node e = features.firstUp();
    long channels = (long) width << lowest;
    if (e.channels() != channels) {
      // the stream is narrower, or the backbone concatenates its skip connections
      e = layers.pointwise("entry", e, channels);
    }
    e = layers.residual("start", e, 3);
    List<Node> attention = new ArrayList<>();
    for (int r = lowest; r >= 0; r--) {
      Node m = features.encoder().get(r);
      EdgeGatedLayer.Gated gate = EdgeGatedLayer.build(layers, "gate" + r, e, m, settings);
      gate.attention().ifPresent(alpha -> attention.add(0, alpha));
      e = gate.output();
      if (r > 0) {
        e = layers.residual("block" + r, e, 3);
        e = layers.halveAndUpsample("up" + r, e);
      }
    }
    return new Stream(e, attention);
  }
}
