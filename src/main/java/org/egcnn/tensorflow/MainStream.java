/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import org.egcnn.model.Architecture;

/**
 * A backbone as the edge stream sees it: the one interface through which the stream plugs into any
 * encoder-decoder network (EG-CNN paper, section 3.1).
 */
interface MainStream {

  /**
   * What a backbone exposes.
   *
   * @param encoder the encoder's map m_r at every resolution r, the finest first
   * @param firstUp the decoder's first up-sampled map u, at resolution R - 2, after its skip
   *     connection
   * @param last the decoder's final map, at resolution 0
   */
  record Features(List<Node> encoder, Node firstUp, Node last) {

    /** The same maps, through which no gradient passes. */
    Features stopped() {
      return new Features(
          encoder.stream().map(Node::stopped).toList(), firstUp.stopped(), last.stopped());
    }
  }

  /**
   * Builds the backbone over an image.
   *
   * @param layers where to build
   * @param image [N, D, H, W, C], its sides multiples of 2^(levels - 1)
   * @param architecture width, levels and kernel
   */
  Features build(Layers layers, Node image, Architecture architecture);

  /** The backbone that an architecture names. */
  static MainStream of(Architecture architecture) {
    return switch (architecture.backbone()) {
      case SEG_NET -> new SegNet();
      case U_NET -> new UNet();
      case V_NET -> new VNet();
    };
  }
}
