/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

/** What can be made of a volume. */
public enum OutputKind {
  /** The label value of each voxel. */
  LABELS(""),
  /** The probability of each class or region, one channel each, the background left out. */
  PROBABILITIES("_probabilities"),
  /** The edge probability of each class or region, one channel each; needs an edge stream. */
  EDGES("_edges"),
  /**
   * The attention map of each gate, 0 to 1, one channel each, the finest first; needs an edge
   * stream with gates.
   */
  GATES("_gates");

  private final String suffix;

  OutputKind(String suffix) {
    this.suffix = suffix;
  }

  /** What is appended to a case's name in the name of this output's file. */
  public String suffix() {
    return suffix;
  }
}
