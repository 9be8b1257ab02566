/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One made-up patient: where which tissue is, and how bright. Coordinates are mm to the right,
 * front and head of the middle between the kidneys, for an adult.
 */
final class Abdomen {
  /** The field that holds any patient, mm along x, y and z. */
  static final double[] FIELD = {265, 215, 190};

  private static final double WALL = 8;

  private final double halfWidth;
  private final double halfDepth;
  private final double fat;
  private final double discs;
  private final Solid liver;
  private final Solid spleen;
  private final List<Kidney> kidneys = new ArrayList<>();
  private final List<Tumour> tumours = new ArrayList<>();
  private final List<Solid> vessels = new ArrayList<>();
  private final List<Solid> muscles = new ArrayList<>();
  private final Bowel bowel;
  private final Map<Tissue, Double> means = new EnumMap<>(Tissue.class);

  /** Draws a patient with a tumour on at least one kidney. */
  Abdomen(Random random) {
    Draw draw = new Draw(random);
    halfWidth = draw.between(116, 126);
    halfDepth = draw.between(90, 98);
    fat = draw.between(6, 12);
    discs = draw.between(0, 34);
    Kidney right = new Kidney(random, 1);
    Kidney left = new Kidney(random, -1);
    kidneys.add(right);
    kidneys.add(left);
    boolean both = draw.chance(0.25);
    boolean rightOnly = draw.chance(0.5);
    if (both || rightOnly) {
      tumours.add(new Tumour(random, right));
    }
    if (both || !rightOnly) {
      tumours.add(new Tumour(random, left));
    }
    liver =
        new Ellipsoid(
            Frame.turned(
                draw.between(44, 54), draw.between(12, 20), draw.between(56, 68), 0, 18, 10),
            draw.between(62, 72),
            draw.between(58, 66),
            draw.between(58, 68));
    spleen =
        new Ellipsoid(
            Frame.turned(
                draw.between(-88, -80), draw.between(-34, -22), draw.between(62, 74), 15, 12, -25),
            draw.between(18, 24),
            draw.between(34, 42),
            draw.between(40, 50));
    vessels.add(tube(draw.between(-14, -8), draw.between(-22, -18), draw.between(9, 11), 1));
    vessels.add(tube(draw.between(14, 20), draw.between(-18, -14), draw.between(9, 12), 0.75));
    for (int side : new int[] {-1, 1}) {
      muscles.add(tube(side * draw.between(34, 38), -50, draw.between(14, 18), 1.1));
      muscles.add(tube(side * 32, -halfDepth + fat + 16, draw.between(20, 24), 0.7));
    }
    bowel = new Bowel(random);
    for (Tissue tissue : Tissue.values()) {
      double spread = tissue.betweenPatients();
      means.put(tissue, tissue.hounsfield() + draw.between(-spread, spread));
    }
    // How much contrast a kidney and its tumour take up goes together.
    means.put(Tissue.TUMOUR, means.get(Tissue.KIDNEY) - draw.between(52, 70));
  }

  private static Solid tube(double x, double y, double radius, double flat) {
    return new Ellipsoid(
        Frame.turned(x, y, 0, 0, 0, 0), radius, radius * flat, Double.POSITIVE_INFINITY);
  }

  /** The patient's mean intensity of a tissue, HU. */
  double mean(Tissue tissue) {
    return means.get(tissue);
  }

  /** How far outside the nearest kidney or tumour a point lies, mm; 0 inside. */
  double outsideKidneys(double x, double y, double z) {
    double depth = Double.NEGATIVE_INFINITY;
    for (Kidney kidney : kidneys) {
      depth = Math.max(depth, kidney.depth(x, y, z));
    }
    for (Tumour tumour : tumours) {
      depth = Math.max(depth, tumour.depth(x, y, z));
    }
    return Math.max(0, -depth);
  }

  /** The tissue at a point. */
  Tissue tissue(double x, double y, double z) {
    double skin = belowSkin(x, y);
    if (skin <= 0) {
      return Tissue.AIR;
    }
    Tissue spine = spine(x, y, z);
    if (spine != null) {
      return spine;
    }
    if (skin < fat) {
      return Tissue.FAT;
    }
    if (skin < fat + WALL) {
      return Tissue.MUSCLE;
    }
    for (Tumour tumour : tumours) {
      if (tumour.contains(x, y, z)) {
        return Tissue.TUMOUR;
      }
    }
    for (Kidney kidney : kidneys) {
      if (kidney.contains(x, y, z)) {
        return kidney.inSinus(x, y, z) ? Tissue.SINUS : Tissue.KIDNEY;
      }
    }
    if (vessels.stream().anyMatch(vessel -> vessel.contains(x, y, z))) {
      return Tissue.VESSEL;
    }
    if (muscles.stream().anyMatch(muscle -> muscle.contains(x, y, z))) {
      return Tissue.MUSCLE;
    }
    if (spleen.contains(x, y, z)) {
      return Tissue.SPLEEN;
    }
    if (liver.contains(x, y, z)) {
      return Tissue.LIVER;
    }
    return bowel.tissue(x, y, z);
  }

  private double belowSkin(double x, double y) {
    double r = Math.pow(Math.abs(x) / halfWidth, 2.4) + Math.pow(Math.abs(y) / halfDepth, 2.4);
    return (1 - Math.pow(r, 1 / 2.4)) * Math.min(halfWidth, halfDepth);
  }

  /** Vertebra, disc or canal, or null. */
  private Tissue spine(double x, double y, double z) {
    double body = 1 - Math.sqrt(x * x / (22 * 22) + (y + 48) * (y + 48) / (17 * 17));
    double inDisc = Math.floorMod((long) Math.floor(z + discs), 34L);
    if (body > 0) {
      if (inDisc < 7) {
        return Tissue.DISC;
      }
      return body < 0.15 || inDisc < 9 || inDisc > 31 ? Tissue.CORTICAL_BONE : Tissue.SPONGY_BONE;
    }
    double canal = Math.hypot(x, y + 74);
    if (canal < 8) {
      return Tissue.DISC;
    }
    boolean process = Math.abs(x) < 5 && y < -74 && y > -halfDepth + fat + 2 && inDisc > 10;
    return canal < 13 || process ? Tissue.CORTICAL_BONE : null;
  }
}
