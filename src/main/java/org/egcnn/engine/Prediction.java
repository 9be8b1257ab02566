/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.nio.FloatBuffer;
import java.util.Optional;

/** What a network says of a batch; the buffers live until it is closed. */
public interface Prediction extends AutoCloseable {

  /**
   * Probabilities, layout [N, D, H, W, C'] with C' = {@link
   * org.egcnn.model.Architecture#outputChannels()}.
   */
  FloatBuffer probabilities();

  /** Edge probabilities, layout [N, D, H, W, K]; empty without an edge stream. */
  Optional<FloatBuffer> edges();

  /**
   * Attention maps α of the gates, layout [N, D, H, W, G] with G = {@link
   * org.egcnn.model.Architecture#gates()}, the finest first; those of lower resolutions are
   * repeated to full size. Empty unless they were asked for.
   */
  default Optional<FloatBuffer> gates() {
    return Optional.empty();
  }

  @Override
  void close();
}
