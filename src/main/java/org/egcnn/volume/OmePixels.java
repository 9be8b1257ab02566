/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first image's sizes in an OME-XML description.
 *
 * <p>Source: the OME schema 2016-06, element Pixels.
 *
 * @param slices the slices of a channel at a time point, or 0 where not given
 * @param channels the channels
 * @param frames the time points
 * @param sides a voxel's sides x, y, z in mm, 1 where not given
 */
record OmePixels(int slices, int channels, int frames, double[] sides) {
  private static final Pattern PIXELS = Pattern.compile("<(?:\\w{1,99}:)?Pixels\\s[^<>]*>");

  /** Finds the element in a TIFF's description. */
  static Optional<OmePixels> parse(String description) {
    if (description == null || !description.contains("<OME")) {
      return Optional.empty();
    }
    Matcher element = PIXELS.matcher(description);
    if (!element.find()) {
      return Optional.empty();
    }
    String pixels = element.group();
    double[] sides = {side(pixels, "X"), side(pixels, "Y"), side(pixels, "Z")};
    return Optional.of(
        new OmePixels(
            (int) number(attribute(pixels, "SizeZ"), 0),
            (int) number(attribute(pixels, "SizeC"), 1),
            (int) number(attribute(pixels, "SizeT"), 1),
            sides));
  }

  private static double side(String pixels, String axis) {
    String unit = attribute(pixels, "PhysicalSize" + axis + "Unit").orElse("\u00b5m");
    Optional<String> size = attribute(pixels, "PhysicalSize" + axis);
    double side = size.isEmpty() ? 1 : number(size, 1) * LengthUnit.inMillimetres(unit);
    return side > 0 && Double.isFinite(side) ? side : 1;
  }

  private static double number(Optional<String> value, double otherwise) {
    try {
      return value.map(Double::parseDouble).orElse(otherwise);
    } catch (NumberFormatException e) {
      // A description that cannot be read leaves the image uncalibrated.
      return otherwise;
    }
  }

  private static Optional<String> attribute(String pixels, String name) {
    Matcher matcher = Pattern.compile("\\s" + name + "\\s*=\\s*[\"']([^\"']*)").matcher(pixels);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
