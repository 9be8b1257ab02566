/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.random.RandomGenerator;
import org.egcnn.model.Size;

/**
 * A smooth random displacement of each voxel of a crop: along each axis the sum of a few waves,
 * each the product of a sine along x, y and z whose lengths are about that of the crop's side.
 */
final class Deformation {
  private static final int WAVES = 3;
  private static final int AXES = 3;
  private static final double SHORTEST = 0.5;
  private static final double LONGEST = 1.5;

  /** A wave's mean square is that of its amplitude divided by this: ½ for each sine. */
  private static final double SINES = 8;

  private final double[] bound = new double[AXES];
  private final Wave[][] waves = new Wave[AXES][WAVES];

  /** A product of values along x, y and z. */
  private record Wave(double amplitude, double[][] along) {
    double at(int x, int y, int z) {
      return amplitude * along[0][x] * along[1][y] * along[2][z];
    }
  }

  private Deformation() {}

  /**
   * Draws a deformation.
   *
   * @param typical the root mean square of the displacements along each axis over many
   *     deformations, in mm; 0 or more
   * @param size the crop's
   * @param spacing voxel size in mm, x, y, z
   */
  static Deformation draw(double typical, Size size, double[] spacing, RandomGenerator random) {
    Deformation drawn = new Deformation();
    int[] sides = {size.width(), size.height(), size.depth()};
    for (int d = 0; d < AXES; d++) {
      // amplitudes are uniform, so that their mean square is a third of the largest one's
      double largest = typical / spacing[d] * Math.sqrt(SINES * 3 / WAVES);
      drawn.bound[d] = WAVES * largest;
      for (int k = 0; k < WAVES; k++) {
        double amplitude = largest * (2 * random.nextDouble() - 1);
        double[][] along = new double[AXES][];
        for (int axis = 0; axis < AXES; axis++) {
          along[axis] = sine(sides[axis], random);
        }
        drawn.waves[d][k] = new Wave(amplitude, along);
      }
    }
    return drawn;
  }

  private static double[] sine(int side, RandomGenerator random) {
    double length = side * (SHORTEST + (LONGEST - SHORTEST) * random.nextDouble());
    double phase = 2 * Math.PI * random.nextDouble();
    double[] values = new double[side];
    for (int i = 0; i < side; i++) {
      values[i] = Math.sin(2 * Math.PI * i / length + phase);
    }
    return values;
  }

  /** What no displacement along an axis exceeds, in voxels. */
  double bound(int axis) {
    return bound[axis];
  }

  /** The displacement of a crop's voxel along an axis, in voxels. */
  double at(int axis, int x, int y, int z) {
    double sum = 0;
    for (Wave wave : waves[axis]) {
      sum += wave.at(x, y, z);
    }
    return sum;
  }
}
