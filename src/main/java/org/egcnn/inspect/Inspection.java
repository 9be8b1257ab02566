/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.inspect;

import java.util.List;
import org.egcnn.engine.PartGradient;

/**
 * What was found inside a network.
 *
 * @param edges how well edges are found, a class each
 * @param gates what the gates let through, the finest first; none without gates
 * @param gradients how each part of the loss would change the weights; none if not measured
 */
public record Inspection(
    List<EdgeScores> edges, List<GateStatistics> gates, List<PartGradient> gradients) {

  /** Nothing was looked at. */
  public static final Inspection NONE = new Inspection(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Inspection {
    edges = List.copyOf(edges);
    gates = List.copyOf(gates);
    gradients = List.copyOf(gradients);
  }

  /** The same with gradients. */
  public Inspection with(List<PartGradient> measured) {
    return new Inspection(edges, gates, measured);
  }
}
