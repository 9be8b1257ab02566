/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

/**
 * An ellipsoid.
 *
 * @param frame its centre and axes
 * @param a half its length along the frame's x, mm
 * @param b half its length along the frame's y, mm
 * @param c half its length along the frame's z, mm; infinite for a cylinder
 */
record Ellipsoid(Frame frame, double a, double b, double c) implements Solid {

  @Override
  public double depth(double x, double y, double z) {
    double u = frame.local(0, x, y, z) / a;
    double v = frame.local(1, x, y, z) / b;
    double w = frame.local(2, x, y, z) / c;
    return (1 - Math.sqrt(u * u + v * v + w * w)) * Math.min(a, Math.min(b, c));
  }
}
