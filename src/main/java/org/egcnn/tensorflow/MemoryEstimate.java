/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.Size;

/**
 * Foresees the memory of a step from the network's size, so that a crop that will not fit is
 * refused before the system kills the program. The peak grows linearly with the size of a map; the
 * numbers are fitted to the peak resident memory of whole processes, which {@code
 * MemoryMeasurement} among the tests prints, and raised so that the estimate lies 5 to 35 % above
 * each.
 */
final class MemoryEstimate {
  private static final double MEBIBYTE = 1 << 20;

  /**
   * What a part of a network takes.
   *
   * @param base MiB for TensorFlow, the JVM and the graph, without any map
   * @param maps how many maps of full size and the part's width are alive at once
   * @param outputs how many maps of full size with the outputs' channels
   */
  private record Cost(double base, double maps, double outputs) {}

  /** What is done. */
  enum Kind {
    /** A training step that keeps all maps for the backward pass. */
    STEP,
    /** A training step that computes most of them again. */
    RECOMPUTING_STEP,
    /** A prediction. */
    PREDICTION
  }

  private MemoryEstimate() {}

  /**
   * Peak bytes of a step or prediction.
   *
   * @param parameters trainable weights
   */
  static long bytes(Architecture architecture, long parameters, int count, Size size, Kind kind) {
    Cost backbone = backbone(architecture.backbone(), kind);
    Cost stream = architecture.edgeStream().isPresent() ? stream(kind) : new Cost(0, 0, 0);
    double channel = 4.0 * count * size.voxels();
    double channels =
        architecture.width() * backbone.maps()
            + architecture.edgeWidth() * stream.maps()
            + architecture.outputChannels() * (backbone.outputs() + stream.outputs());
    // weights and, to learn, their gradients, two moments and one array to pass them on
    double copies = kind == Kind.PREDICTION ? 2 : 5;
    return (long)
        ((backbone.base() + stream.base()) * MEBIBYTE
            + channel * channels
            + 4 * copies * parameters);
  }

  private static Cost backbone(Backbone backbone, Kind kind) {
    return switch (kind) {
      case STEP ->
          switch (backbone) {
            case SEG_NET -> new Cost(600, 25, 4);
            case U_NET -> new Cost(485, 21, 4);
            case V_NET -> new Cost(620, 33, 4);
          };
      case RECOMPUTING_STEP ->
          switch (backbone) {
            case SEG_NET -> new Cost(600, 15, 4);
            case U_NET -> new Cost(485, 14, 4);
            case V_NET -> new Cost(620, 20, 4);
          };
      case PREDICTION ->
          switch (backbone) {
            case SEG_NET -> new Cost(490, 4, 3);
            case U_NET -> new Cost(420, 7, 3);
            case V_NET -> new Cost(450, 18, 3);
          };
    };
  }

  private static Cost stream(Kind kind) {
    return switch (kind) {
      case STEP -> new Cost(170, 15, 8);
      case RECOMPUTING_STEP -> new Cost(170, 7, 8);
      case PREDICTION -> new Cost(70, 4, 0);
    };
  }
}
