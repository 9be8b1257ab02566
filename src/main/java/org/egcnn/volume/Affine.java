/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.util.Arrays;

/**
 * Maps voxel indices (x, y, z) to world millimetres in RAS (right, anterior, superior positive):
 * the upper three rows of a 4x4 matrix.
 */
public final class Affine {
  /** A voxel flatter than this, against the product of its sides, spans no volume. */
  private static final double SINGULAR = 1e-9;

  private final double[][] rows;

  /**
   * Copies three rows of four numbers.
   *
   * @throws IllegalArgumentException if the shape is another
   */
  public Affine(double[][] rows) {
    if (rows.length != 3 || Arrays.stream(rows).anyMatch(r -> r.length != 4)) {
      throw new IllegalArgumentException("an affine has 3 rows of 4 numbers");
    }
    // Adding 0 turns -0 into 0, so that equal affines are equal.
    this.rows =
        Arrays.stream(rows)
            .map(row -> Arrays.stream(row).map(value -> value + 0.0).toArray())
            .toArray(double[][]::new);
  }

  /** Axes along the world's, the first voxel at the origin. */
  public static Affine scaling(double x, double y, double z) {
    return new Affine(new double[][] {{x, 0, 0, 0}, {0, y, 0, 0}, {0, 0, z, 0}});
  }

  /** The number in row {@code i} (0..2) and column {@code j} (0..3). */
  public double get(int i, int j) {
    return rows[i][j];
  }

  /** A copy of the rows. */
  public double[][] toArray() {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  /** The voxel size in mm along x, y, z: the columns' lengths. */
  public double[] spacing() {
    double[] spacing = new double[3];
    for (int j = 0; j < 3; j++) {
      spacing[j] =
          Math.sqrt(rows[0][j] * rows[0][j] + rows[1][j] * rows[1][j] + rows[2][j] * rows[2][j]);
    }
    return spacing;
  }

  /** The determinant of the first three columns: negative where the axes are left-handed. */
  public double determinant() {
    return rows[0][0] * (rows[1][1] * rows[2][2] - rows[1][2] * rows[2][1])
        - rows[0][1] * (rows[1][0] * rows[2][2] - rows[1][2] * rows[2][0])
        + rows[0][2] * (rows[1][0] * rows[2][1] - rows[1][1] * rows[2][0]);
  }

  /** Whether all numbers are finite, and so are the voxel's sides and volume. */
  public boolean isFinite() {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)
        && Arrays.stream(spacing()).allMatch(Double::isFinite)
        && Double.isFinite(determinant());
  }

  /** Whether the axes span the space, however small the voxels are. */
  public boolean isInvertible() {
    double[] s = spacing();
    // Sides so small that their squares vanish are none.
    return s[0] > 0
        && s[1] > 0
        && s[2] > 0
        && Math.abs(determinant()) > SINGULAR * s[0] * s[1] * s[2];
  }

  /** The world position in mm of a voxel index. */
  public double[] apply(double x, double y, double z) {
    double[] world = new double[3];
    for (int i = 0; i < 3; i++) {
      world[i] = rows[i][0] * x + rows[i][1] * y + rows[i][2] * z + rows[i][3];
    }
    return world;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Affine a && Arrays.deepEquals(rows, a.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(rows);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(rows);
  }
}
