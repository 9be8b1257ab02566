/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

/** A body in space, in the patient's coordinates. */
@FunctionalInterface
interface Solid {

  /**
   * How deep a point lies in the body.
   *
   * @param x mm to the patient's right
   * @param y mm to the front
   * @param z mm to the head
   * @return roughly the mm to the surface: above 0 inside, below 0 outside
   */
  double depth(double x, double y, double z);

  /** Whether a point lies in the body. */
  default boolean contains(double x, double y, double z) {
    return depth(x, y, z) > 0;
  }
}
