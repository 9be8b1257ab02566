/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import java.util.Random;

/** A lump with an uneven surface, more or less sunk into a kidney. */
final class Tumour implements Solid {
  private final double[] centre;
  private final double radius;
  private final double[] phases = new double[3];

  /** Draws a tumour on the side of a kidney away from the spine, or at its poles. */
  Tumour(Random random, Kidney kidney) {
    Draw draw = new Draw(random);
    radius = draw.between(20, 29);
    double u = Math.abs(random.nextGaussian()) + 0.2;
    double v = random.nextGaussian() + 0.3;
    double w = 1.3 * random.nextGaussian();
    // From half outside (exophytic) to nearly covered by the kidney.
    centre = kidney.nearSurface(u, v, w, radius * draw.between(0.1, 0.9));
    for (int i = 0; i < phases.length; i++) {
      phases[i] = draw.between(0, 2 * Math.PI);
    }
  }

  @Override
  public double depth(double x, double y, double z) {
    double dx = x - centre[0];
    double dy = y - centre[1];
    double dz = z - centre[2];
    double distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
    double scale = 1 / (distance + 1e-9);
    double bumps =
        Math.sin(4 * dx * scale + phases[0])
            + Math.sin(3 * dy * scale + phases[1])
            + Math.sin(4 * dz * scale + phases[2]);
    return radius * (1 + 0.06 * bumps) - distance;
  }
}
