/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

/**
 * How one part of the loss would change the weights. Norms are global L2 norms over all weights of
 * a stream, without weight decay or clipping; 0 where the part does not reach it.
 *
 * @param part which part
 * @param loss its value, with its weight
 * @param main the norm of its gradient by the main stream's weights
 * @param edge by the edge stream's
 * @param head by those of the heads, where the streams are joined
 * @param cosine of the angle between its gradient and the semantic loss's, by the main stream's
 *     weights: 1 if they pull alike, -1 if against each other; 0 where either is 0
 */
public record PartGradient(
    Part part, double loss, double main, double edge, double head, double cosine) {

  /** A part of the loss. */
  public enum Part {
    /** L_semantic. */
    SEMANTIC,
    /** The edge stream's soft Dice. */
    EDGE_DICE,
    /** The edge stream's balanced cross entropy. */
    EDGE_CROSS_ENTROPY,
    /** The consistency of both streams' edges. */
    CONSISTENCY
  }
}
