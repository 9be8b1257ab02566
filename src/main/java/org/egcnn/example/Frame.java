/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

/**
 * A turned and moved coordinate system, in which a body's axes lie along x, y and z.
 *
 * @param x the origin in the patient's coordinates, mm
 * @param y the origin in the patient's coordinates, mm
 * @param z the origin in the patient's coordinates, mm
 * @param rotation three rows: the body's axes in the patient's coordinates
 */
record Frame(double x, double y, double z, double[][] rotation) {

  /** A frame turned by angles in degrees about x, then y, then z. */
  static Frame turned(double x, double y, double z, double aboutX, double aboutY, double aboutZ) {
    double[][] rx = plane(1, 2, Math.toRadians(aboutX));
    double[][] ry = plane(2, 0, Math.toRadians(aboutY));
    double[][] rz = plane(0, 1, Math.toRadians(aboutZ));
    double[][] patientFromBody = product(rz, product(ry, rx));
    double[][] rows = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        rows[i][j] = patientFromBody[j][i];
      }
    }
    return new Frame(x, y, z, rows);
  }

  /** A point's coordinate along the body's axis {@code axis}. */
  double local(int axis, double px, double py, double pz) {
    double[] row = rotation[axis];
    return row[0] * (px - x) + row[1] * (py - y) + row[2] * (pz - z);
  }

  /** The patient's coordinates of a point given in the body's. */
  double[] patient(double u, double v, double w) {
    double[] origin = {x, y, z};
    double[] point = new double[3];
    for (int j = 0; j < 3; j++) {
      point[j] = origin[j] + rotation[0][j] * u + rotation[1][j] * v + rotation[2][j] * w;
    }
    return point;
  }

  private static double[][] plane(int from, int to, double angle) {
    double[][] m = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    m[from][from] = Math.cos(angle);
    m[to][to] = Math.cos(angle);
    m[from][to] = -Math.sin(angle);
    m[to][from] = Math.sin(angle);
    return m;
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] m = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          m[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return m;
  }
}
