/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.util.Locale;

/** Names of lengths in image headers. */
final class LengthUnit {
  private static final double MILLIMETRES_PER_INCH = 25.4;

  private LengthUnit() {}

  /**
   * The millimetres in one unit. Pixels and units that are not known count as millimetres, so that
   * an uncalibrated image has voxels of 1 mm.
   *
   * @param unit a name or symbol in any case, or null
   */
  static double inMillimetres(String unit) {
    // Micro is written as U+00B5 or as the Greek letter U+03BC.
    String name = unit == null ? "" : unit.strip().toLowerCase(Locale.ROOT).replace('\u03bc', 'u');
    return switch (name.replace('\u00b5', 'u')) {
      case "nm", "nanometer", "nanometers", "nanometre", "nanometres" -> 1e-6;
      case "um", "micron", "microns", "micrometer", "micrometers", "micrometre", "micrometres" ->
          1e-3;
      case "cm", "centimeter", "centimeters", "centimetre", "centimetres" -> 10;
      case "m", "meter", "meters", "metre", "metres" -> 1000;
      case "in", "inch", "inches" -> MILLIMETRES_PER_INCH;
      default -> 1;
    };
  }
}
