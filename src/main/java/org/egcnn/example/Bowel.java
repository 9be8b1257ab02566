/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Loops of bowel in the front of the abdomen; some hold gas, some oral contrast. */
final class Bowel {
  private static final double WALL = 3;

  private final List<Solid> loops = new ArrayList<>();
  private final List<Tissue> contents = new ArrayList<>();

  Bowel(Random random) {
    Draw draw = new Draw(random);
    int count = draw.between(7, 10);
    for (int i = 0; i < count; i++) {
      loops.add(
          new Ellipsoid(
              Frame.turned(
                  draw.between(-75, 65),
                  draw.between(15, 62),
                  draw.between(-90, 50),
                  draw.between(-40, 40),
                  draw.between(-40, 40),
                  draw.between(-90, 90)),
              draw.between(25, 45),
              draw.between(12, 17),
              draw.between(12, 17)));
      contents.add(
          switch (i) {
            case 0, 1 -> Tissue.CONTRAST_BOWEL;
            case 2, 3 -> Tissue.GAS;
            default -> Tissue.BOWEL;
          });
    }
  }

  /** The tissue at a point: a loop's, or the fat between the loops. */
  Tissue tissue(double x, double y, double z) {
    for (int i = 0; i < loops.size(); i++) {
      double depth = loops.get(i).depth(x, y, z);
      if (depth > 0) {
        return depth < WALL ? Tissue.BOWEL : contents.get(i);
      }
    }
    return Tissue.FAT;
  }
}
