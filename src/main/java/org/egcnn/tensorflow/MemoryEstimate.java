/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import org.egcnn.model.Architecture;
import org.egcnn.model.Size;

/**
 * Foresees the memory of a step from the network's size, so that a crop that will not fit is
 * refused before the system kills the program.
 */
final class MemoryEstimate {
  /** TensorFlow, the graph and the JVM's own, without any map. */
  private static final long BASE = 700L << 20;

  private MemoryEstimate() {}

  /**
   * Peak bytes of a step or prediction.
   *
   * @param parameters trainable weights
   */
  static long bytes(
      Architecture architecture, long parameters, int count, Size size, boolean training) {
    double map = 4.0 * architecture.width() * count * size.voxels();
    double outputs = 4.0 * architecture.outputChannels() * count * size.voxels();
    double maps = maps(architecture, training);
    double copies = training ? 5 : 2;
    return BASE + (long) (map * maps + outputs * (training ? 16 : 3) + 4.0 * copies * parameters);
  }

  /** How many maps of full size and width are alive at once. */
  private static double maps(Architecture architecture, boolean training) {
    boolean edges = architecture.edgeStream().isPresent();
    double backbone =
        switch (architecture.backbone()) {
          case SEG_NET -> training ? 36 : 6;
          case U_NET -> training ? 32 : 8;
          case V_NET -> training ? 44 : 10;
        };
    return backbone + (edges ? (training ? 26 : 3) : 0);
  }
}
