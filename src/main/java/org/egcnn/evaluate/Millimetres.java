/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

/** Lengths in words. */
final class Millimetres {
  private Millimetres() {}

  /** A length without needless digits, such as {@code 1 mm} or {@code 0.5 mm}. */
  static String text(double value) {
    return Double.toString(value).replaceAll("\\.0$", "") + " mm";
  }
}
