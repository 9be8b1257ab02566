/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import java.util.Random;

/**
 * A kidney: an ellipsoid bent so that its poles point to the spine, with a hilum on that side that
 * the renal sinus fills.
 */
final class Kidney implements Solid {
  private final Frame frame;
  private final int side;
  private final double a;
  private final double b;
  private final double c;
  private final double bend;

  /**
   * Draws a kidney's place, pose and size.
   *
   * @param side +1 for the patient's right kidney, -1 for the left
   */
  Kidney(Random random, int side) {
    this.side = side;
    Draw draw = new Draw(random);
    a = draw.between(28, 32);
    b = draw.between(27, 31);
    c = draw.between(54, 62);
    bend = draw.between(8, 14);
    frame =
        Frame.turned(
            side * draw.between(58, 66),
            draw.between(-40, -30),
            // The liver pushes the right kidney down.
            -side * draw.between(3, 9) + draw.between(-4, 4),
            draw.between(-10, 4),
            side * draw.between(6, 14),
            side * draw.between(15, 35));
  }

  @Override
  public double depth(double x, double y, double z) {
    double u = lateral(x, y, z) / a;
    double v = frame.local(1, x, y, z) / b;
    double w = frame.local(2, x, y, z) / c;
    return (1 - Math.sqrt(u * u + v * v + w * w)) * Math.min(a, b);
  }

  /** Whether a point of the kidney lies in its sinus. */
  boolean inSinus(double x, double y, double z) {
    double u = (lateral(x, y, z) + 0.95 * a) / (0.8 * a);
    double v = frame.local(1, x, y, z) / (0.42 * b);
    double w = frame.local(2, x, y, z) / (0.42 * c);
    return u * u + v * v + w * w < 1;
  }

  /** Away from the spine, along the bent axis. */
  private double lateral(double x, double y, double z) {
    double w = frame.local(2, x, y, z) / c;
    return side * frame.local(0, x, y, z) + bend * w * w;
  }

  /**
   * The patient's coordinates of a point below or above the surface.
   *
   * @param u towards the side, in any unit common with v and w
   * @param v towards the front
   * @param w towards the head
   * @param below how far under the surface, mm
   */
  double[] nearSurface(double u, double v, double w, double below) {
    double length = Math.sqrt(u * u + v * v + w * w);
    double reach = length / Math.sqrt(square(u / a) + square(v / b) + square(w / c)) - below;
    double x = u / length * reach;
    double z = w / length * reach;
    return frame.patient(side * (x - bend * square(z / c)), v / length * reach, z);
  }

  private static double square(double t) {
    return t * t;
  }
}
