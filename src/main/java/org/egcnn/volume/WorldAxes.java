/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.nio.file.Path;
import java.util.Locale;
import org.egcnn.task.BadInputException;

/**
 * Which ways a file's world axes point, as signs that turn its coordinates into RAS.
 *
 * @param x -1 if the first axis points left, else 1
 * @param y -1 if the second axis points to posterior, else 1
 */
record WorldAxes(int x, int y) {
  /** Right, anterior, superior: as here. */
  static final WorldAxes RAS = new WorldAxes(1, 1);

  /** Left, posterior, superior: as DICOM and ITK have it. */
  static final WorldAxes LPS = new WorldAxes(-1, -1);

  /** Left, anterior, superior: as SPM99 had it. */
  static final WorldAxes LAS = new WorldAxes(-1, 1);

  /**
   * The axes that NRRD's field "space" names. Spaces without anatomy are taken as they are.
   *
   * @throws BadInputException if the name is none of the format's
   */
  static WorldAxes ofNrrdSpace(String space, Path file) throws BadInputException {
    return switch (space.strip().toLowerCase(Locale.ROOT)) {
      case "right-anterior-superior",
          "ras",
          "right-anterior-superior-time",
          "rast",
          "scanner-xyz",
          "scanner-xyz-time",
          "3d-right-handed",
          "3d-left-handed",
          "3d-right-handed-time",
          "3d-left-handed-time" ->
          RAS;
      case "left-posterior-superior", "lps", "left-posterior-superior-time", "lpst" -> LPS;
      case "left-anterior-superior", "las", "left-anterior-superior-time", "last" -> LAS;
      default ->
          throw new BadInputException(
              file, "its space " + space + " is not known", "Use RAS, LAS or LPS");
    };
  }

  /**
   * An affine from a file's axes.
   *
   * @param directions for each of x, y, z the world step from one voxel to the next
   * @param origin the world position of the first voxel
   * @param file named in the complaint
   * @throws BadInputException if the directions span no space or a number is not finite
   */
  Affine affine(double[][] directions, double[] origin, Path file) throws BadInputException {
    int[] signs = {x, y, 1};
    double[][] rows = new double[3][4];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 4; j++) {
        rows[i][j] = signs[i] * (j < 3 ? directions[j][i] : origin[i]);
      }
    }
    Affine affine = new Affine(rows);
    if (!affine.isFinite() || !affine.isInvertible()) {
      throw new BadInputException(
          file,
          "its directions and spacings place the voxels nowhere: " + affine,
          "Correct its header");
    }
    return affine;
  }

  /** The world step along voxel axis {@code j}, or for 3 the origin, in this file's axes. */
  double[] column(Affine affine, int j) {
    return new double[] {x * affine.get(0, j), y * affine.get(1, j), affine.get(2, j)};
  }
}
