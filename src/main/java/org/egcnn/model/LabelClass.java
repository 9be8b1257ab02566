/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One foreground class or region.
 *
 * @param name its name, such as {@code tumour}
 * @param values the label values in a mask that belong to it
 * @param output the label value written for it in a predicted mask
 */
public record LabelClass(String name, List<Integer> values, int output) {
  private static final Pattern VALUE = Pattern.compile("[0-9]{1,9}");

  /** Copies the values. */
  public LabelClass {
    values = List.copyOf(values);
    if (values.isEmpty() || values.contains(0)) {
      throw new IllegalArgumentException("class " + name + " needs label values other than 0");
    }
  }

  /**
   * Reads a region by which masks are judged, {@code NAME=1+2}.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static LabelClass parse(String text) {
    String[] parts = text.trim().split("=", -1);
    String[] written = parts.length == 2 ? parts[1].split("\\+", -1) : new String[] {""};
    if (parts[0].isBlank() || !Arrays.stream(written).allMatch(VALUE.asMatchPredicate())) {
      throw new IllegalArgumentException(
          "'" + text + "' is no region: write it as NAME=1 or, of several label values, NAME=1+2");
    }
    List<Integer> values =
        Arrays.stream(written).map(Integer::valueOf).distinct().sorted().toList();
    if (values.contains(0)) {
      throw new IllegalArgumentException("'0' is not a label value from 1");
    }
    return new LabelClass(parts[0].trim(), values, values.get(0));
  }

  /** A class of one label value. */
  public LabelClass(String name, int value) {
    this(name, List.of(value), value);
  }
}
