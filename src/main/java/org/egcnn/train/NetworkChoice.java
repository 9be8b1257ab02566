/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Optional;
import java.util.OptionalInt;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.Labels;

/**
 * The part of an architecture that does not follow from the data.
 *
 * @param backbone the main stream
 * @param edgeStream the edge stream, or empty for none
 * @param width channels at the finest resolution
 * @param levels number of resolutions
 * @param kernel side of the convolution kernels, or empty for the backbone's default
 */
public record NetworkChoice(
    Backbone backbone, Optional<EdgeStream> edgeStream, int width, int levels, OptionalInt kernel) {

  /** Seg-Net of width 16 and four resolutions without the edge stream. */
  public static NetworkChoice standard() {
    return new NetworkChoice(Backbone.SEG_NET, Optional.empty(), 16, 4, OptionalInt.empty());
  }

  /**
   * The architecture for data.
   *
   * @param channels image channels
   */
  public Architecture architecture(int channels, Labels labels) {
    return new Architecture(
        backbone,
        channels,
        labels.size(),
        labels.exclusive(),
        width,
        levels,
        kernel.orElse(Architecture.defaultKernel(backbone)),
        edgeStream);
  }
}
