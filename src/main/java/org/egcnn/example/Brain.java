/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up brain with a glioma. Coordinates are mm to the right, front and head of its middle, for
 * an adult.
 */
final class Brain {
  /** The field that holds any brain, mm along x, y and z. */
  static final double[] FIELD = {150, 190, 140};

  private static final double CORTEX = 4;
  private static final double SULCI = 7;
  private static final double FISSURE = 1.5;

  private final double a;
  private final double b;
  private final double c;
  private final double[] phases = new double[3];
  private final List<Solid> ventricles = new ArrayList<>();
  private final List<Solid> nuclei = new ArrayList<>();
  private final Glioma glioma;

  /**
   * Draws a brain.
   *
   * @param highGrade whether its tumour takes up contrast agent
   */
  Brain(Random random, boolean highGrade) {
    Draw draw = new Draw(random);
    a = draw.between(63, 69);
    b = draw.between(80, 88);
    c = draw.between(57, 64);
    for (int i = 0; i < phases.length; i++) {
      phases[i] = draw.between(0, 2 * Math.PI);
    }
    double width = draw.between(6, 10);
    for (int side : new int[] {-1, 1}) {
      ventricles.add(
          new Ellipsoid(
              Frame.turned(side * 13, 2, 10, draw.between(-8, 8), 0, side * 8),
              width,
              draw.between(26, 32),
              draw.between(8, 12)));
      nuclei.add(new Ellipsoid(Frame.turned(side * 12, -12, -4, 0, 0, side * 20), 9, 14, 9));
      nuclei.add(new Ellipsoid(Frame.turned(side * 27, 8, -2, 0, side * 10, side * 12), 7, 18, 12));
    }
    glioma = new Glioma(random, highGrade);
  }

  /** The tissue at a point, or null outside of the brain. */
  BrainTissue tissue(double x, double y, double z) {
    double depth = depth(x, y, z);
    if (depth <= 0) {
      return null;
    }
    boolean ventricle = ventricles.stream().anyMatch(v -> v.contains(x, y, z));
    BrainTissue tumour = glioma.tissue(x, y, z);
    if (tumour != null && !(ventricle && tumour == BrainTissue.OEDEMA)) {
      return tumour;
    }
    if (ventricle || Math.abs(x) < FISSURE && depth < 25) {
      return BrainTissue.FLUID;
    }
    double pia = depth - SULCI * sulcus(x, y, z);
    if (pia < 0) {
      return BrainTissue.FLUID;
    }
    boolean grey = pia < CORTEX || nuclei.stream().anyMatch(n -> n.contains(x, y, z));
    return grey ? BrainTissue.GREY : BrainTissue.WHITE;
  }

  /** Roughly mm below the surface: an ellipsoid that is flat below. */
  private double depth(double x, double y, double z) {
    double w = z > 0 ? z / c : z / (0.85 * c);
    double power = 2.3;
    double r =
        Math.pow(Math.abs(x) / a, power)
            + Math.pow(Math.abs(y) / b, power)
            + Math.pow(Math.abs(w), power);
    return (1 - Math.pow(r, 1 / power)) * Math.min(a, c);
  }

  /** How far a sulcus reaches at a place, from 0 on a gyrus to 1. */
  private double sulcus(double x, double y, double z) {
    double folds =
        Math.sin(0.28 * x + phases[0] + 1.5 * Math.sin(0.11 * y))
            * Math.sin(0.24 * y + phases[1] + 1.5 * Math.sin(0.13 * z))
            * Math.sin(0.27 * z + phases[2] + 1.5 * Math.sin(0.12 * x));
    return Math.max(0, Math.min(1, 2.5 * folds));
  }
}
