/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.Locale;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;

/**
 * The three planes in which radiologists look at a body, shown in the radiological convention: in
 * axial and coronal slices the patient's right is at the picture's left, as if one faced the
 * patient. Anterior is up in axial slices and left in sagittal ones; superior is up otherwise.
 */
public enum AnatomicalPlane {
  /** Across the body's long axis. */
  AXIAL(2, "R", "L", "A", "P"),
  /** As seen from the front. */
  CORONAL(1, "R", "L", "S", "I"),
  /** As seen from the left side. */
  SAGITTAL(0, "A", "P", "S", "I");

  private final int normal;
  private final String left;
  private final String right;
  private final String top;
  private final String bottom;

  AnatomicalPlane(int normal, String left, String right, String top, String bottom) {
    this.normal = normal;
    this.left = left;
    this.right = right;
    this.top = top;
    this.bottom = bottom;
  }

  /** The axis across the plane among right, anterior, superior: 0, 1 or 2. */
  int normal() {
    return normal;
  }

  /** The axis that runs along the picture's columns. */
  int horizontal() {
    return normal == 0 ? 1 : 0;
  }

  /** The axis that runs along the picture's rows. */
  int vertical() {
    return normal == 2 ? 1 : 2;
  }

  /** The letter of the direction at the picture's left. */
  String left() {
    return left;
  }

  /** The letter of the direction at the picture's right. */
  String right() {
    return right;
  }

  /** The letter of the direction at the picture's top. */
  String top() {
    return top;
  }

  /** The letter of the direction at the picture's bottom. */
  String bottom() {
    return bottom;
  }

  /** The plane's name as a caption. */
  String title() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /**
   * A slice as it is shown: axes column (from the left) and row (from the top), zero-min.
   *
   * @param canonical axes right, anterior, superior, zero-min
   * @param position the index along {@link #normal}
   */
  <T> RandomAccessibleInterval<T> slice(RandomAccessibleInterval<T> canonical, long position) {
    RandomAccessibleInterval<T> slice = Views.hyperSlice(canonical, normal, position);
    return Views.zeroMin(Views.invertAxis(Views.invertAxis(slice, 0), 1));
  }
}
