/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

/**
 * The eight labels around a position, x fastest, and the weights linear interpolation gives them.
 */
final class LabelVote {
  /** Weights that differ by less are one weight: rounding must not decide. */
  private static final double TIE = 1e-9;

  private final int[] corners = new int[8];

  /** Sets the labels, x fastest, then y, then z. */
  void set(int a, int b, int c, int d, int e, int f, int g, int h) {
    corners[0] = a;
    corners[1] = b;
    corners[2] = c;
    corners[3] = d;
    corners[4] = e;
    corners[5] = f;
    corners[6] = g;
    corners[7] = h;
  }

  /** Sets one label. */
  void set(int corner, int label) {
    corners[corner] = label;
  }

  /**
   * The label of the highest weight; of several, the largest.
   *
   * @param wx how far the position lies from the lower to the upper corners along x, 0 to 1
   * @param wy the same along y
   * @param wz the same along z
   */
  int winner(double wx, double wy, double wz) {
    int winner = corners[0];
    double highest = -1;
    for (int label : corners) {
      double weight = weight(label, wx, wy, wz);
      if (weight > highest + TIE || (weight > highest - TIE && label > winner)) {
        winner = label;
        highest = weight;
      }
    }
    return winner;
  }

  /** The weight of one label: its 0/1 mask, interpolated. */
  double weight(int label, double wx, double wy, double wz) {
    double lower = face(0, label, wx, wy);
    double upper = face(4, label, wx, wy);
    return (1 - wz) * lower + wz * upper;
  }

  private double face(int first, int label, double wx, double wy) {
    return (1 - wy) * edge(first, label, wx) + wy * edge(first + 2, label, wx);
  }

  private double edge(int first, int label, double wx) {
    return (corners[first] == label ? 1 - wx : 0) + (corners[first + 1] == label ? wx : 0);
  }
}
