/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.ImagePlus;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcnn.image.Orientation;

/**
 * How a DICOM image that ImageJ opened lies in the body, from the tags that ImageJ keeps as text:
 * Image Orientation (Patient), 0020,0037, and Image Position (Patient), 0020,0032. Their axes are
 * left, posterior, superior.
 */
final class DicomAxes {
  private static final String DIRECTIONS = "0020,0037";
  private static final String POSITION = "0020,0032";

  private DicomAxes() {}

  /** The orientation, if the tags are there. */
  static Optional<Orientation> of(ImagePlus image) {
    double[] steps = numbers(image, 1, DIRECTIONS);
    if (steps.length != 6) {
      return Optional.empty();
    }
    double[] x = Arrays.copyOf(steps, 3);
    double[] y = Arrays.copyOfRange(steps, 3, 6);
    double[] z = slices(image).orElse(cross(x, y));
    double[][] ras = new double[3][];
    for (int i = 0; i < 3; i++) {
      int sign = i < 2 ? -1 : 1;
      ras[i] = new double[] {sign * x[i], sign * y[i], sign * z[i]};
    }
    try {
      return Optional.of(Orientation.of(ras));
    } catch (IllegalArgumentException e) {
      // Tags that span no space tell nothing.
      return Optional.empty();
    }
  }

  /** From the first slice to the last. */
  private static Optional<double[]> slices(ImagePlus image) {
    double[] first = numbers(image, 1, POSITION);
    double[] last = numbers(image, image.getStackSize(), POSITION);
    if (first.length != 3 || last.length != 3 || Arrays.equals(first, last)) {
      return Optional.empty();
    }
    return Optional.of(new double[] {last[0] - first[0], last[1] - first[1], last[2] - first[2]});
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  /** A tag's numbers, which a backslash separates; none if it is missing or malformed. */
  private static double[] numbers(ImagePlus image, int slice, String tag) {
    String text = image.getStack().getSliceLabel(slice);
    if (text == null || text.indexOf('\n') < 0) {
      text = image.getInfoProperty();
    }
    Matcher line =
        Pattern.compile("(?m)^\\s*" + tag + "[^:]*:(.*)$").matcher(text == null ? "" : text);
    if (!line.find()) {
      return new double[0];
    }
    try {
      return Arrays.stream(line.group(1).trim().split("\\\\"))
          .mapToDouble(Double::parseDouble)
          .toArray();
    } catch (NumberFormatException e) {
      return new double[0];
    }
  }
}
