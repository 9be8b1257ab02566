/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import org.egcnn.model.EdgeStream;

/**
 * The stream that learns boundaries (EG-CNN paper, section 3.2): it starts from the decoder's first
 * up-sampled map and climbs to full size, gated by the encoder's map at each resolution.
 */
final class EdgeStreamNetwork {
  private EdgeStreamNetwork() {}

  /**
   * Builds the stream.
   *
   * @param layers where to build
   * @param features the backbone it plugs into
   * @param settings whether its layers are gated
   * @return its last map, at resolution 0 with as many channels as the encoder's there
   */
  static Node build(Layers layers, MainStream.Features features, EdgeStream settings) {
    int lowest = features.encoder().size() - 2;
    Node e = features.firstUp();
    long channels = features.encoder().get(lowest).channels();
    if (e.channels() != channels) {
      // a backbone that concatenates its skip connections exposes a wider map
      e = layers.pointwise("entry", e, channels);
    }
    e = layers.residual("start", e, 3);
    for (int r = lowest; r >= 0; r--) {
      Node m = features.encoder().get(r);
      e = EdgeGatedLayer.build(layers, "gate" + r, e, m, settings.gated());
      if (r > 0) {
        e = layers.residual("block" + r, e, 3);
        e = layers.halveAndUpsample("up" + r, e);
      }
    }
    return e;
  }
}
