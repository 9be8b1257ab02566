/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import java.util.Random;

/**
 * A tumour in white matter: oedema around a core; the core of a high-grade one is dead inside with
 * a rim that takes up contrast agent, that of a low-grade one is of one kind.
 */
final class Glioma {
  private final boolean highGrade;
  private final double[] centre;
  private final double[] core;
  private final double oedemaRadius;
  private final double coreRadius;
  private final double rim;
  private final double[] phases = new double[6];

  Glioma(Random random, boolean highGrade) {
    Draw draw = new Draw(random);
    this.highGrade = highGrade;
    int side = draw.chance(0.5) ? 1 : -1;
    centre =
        new double[] {side * draw.between(24, 36), draw.between(-38, 34), draw.between(-6, 26)};
    oedemaRadius = draw.between(22, 32);
    coreRadius = oedemaRadius * draw.between(0.5, 0.65);
    rim = draw.between(0.25, 0.4) * coreRadius;
    core = new double[3];
    for (int d = 0; d < 3; d++) {
      core[d] = centre[d] + draw.between(-0.12, 0.12) * oedemaRadius;
    }
    for (int i = 0; i < phases.length; i++) {
      phases[i] = draw.between(0, 2 * Math.PI);
    }
  }

  /** The tumour's tissue at a point, or null outside. */
  BrainTissue tissue(double x, double y, double z) {
    double below = depth(core, coreRadius, 0, x, y, z);
    if (below > 0) {
      if (!highGrade) {
        return BrainTissue.NON_ENHANCING;
      }
      return below < rim ? BrainTissue.ENHANCING : BrainTissue.NECROSIS;
    }
    return depth(centre, oedemaRadius, 3, x, y, z) > 0 ? BrainTissue.OEDEMA : null;
  }

  private double depth(double[] middle, double radius, int phase, double x, double y, double z) {
    double dx = x - middle[0];
    double dy = y - middle[1];
    double dz = z - middle[2];
    double distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
    double scale = 1 / (distance + 1e-9);
    double bumps =
        Math.sin(4 * dx * scale + phases[phase])
            + Math.sin(5 * dy * scale + phases[phase + 1])
            + Math.sin(4 * dz * scale + phases[phase + 2]);
    return radius * (1 + 0.07 * bumps) - distance;
  }
}
