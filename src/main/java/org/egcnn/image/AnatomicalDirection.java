/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

/** The direction in the body towards which a voxel axis grows. */
public enum AnatomicalDirection {
  /** Towards the patient's left; the world's x axis, backwards. */
  LEFT(0, false),
  /** Towards the patient's right; the world's x axis. */
  RIGHT(0, true),
  /** Towards the back; the world's y axis, backwards. */
  POSTERIOR(1, false),
  /** Towards the front; the world's y axis. */
  ANTERIOR(1, true),
  /** Towards the feet; the world's z axis, backwards. */
  INFERIOR(2, false),
  /** Towards the head; the world's z axis. */
  SUPERIOR(2, true);

  private final int worldAxis;
  private final boolean positive;

  AnatomicalDirection(int worldAxis, boolean positive) {
    this.worldAxis = worldAxis;
    this.positive = positive;
  }

  /** The RAS world axis it lies along: 0, 1 or 2. */
  public int worldAxis() {
    return worldAxis;
  }

  /** Whether it points along the world axis rather than against it. */
  public boolean positive() {
    return positive;
  }

  /** Its usual letter: L, R, P, A, I or S. */
  public char letter() {
    return name().charAt(0);
  }

  /** The direction along a world axis. */
  static AnatomicalDirection of(int worldAxis, boolean positive) {
    return values()[2 * worldAxis + (positive ? 1 : 0)];
  }
}
