/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

/** Takes the planes of a volume one after the other, z ascending from 0 without gaps. */
@FunctionalInterface
interface PlaneSink {
  /**
   * Takes one plane.
   *
   * @param z its place along z
   * @param values its values, layout [y, x, channel], channel fastest; the array belongs to the
   *     caller, who overwrites it after this call
   */
  void plane(long z, float[] values);
}
