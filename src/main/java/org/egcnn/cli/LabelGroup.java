/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;

/**
 * The label values that make up one class.
 *
 * @param values at least one, none of them 0
 */
record LabelGroup(SortedSet<Integer> values) {

  /** Reads values joined by a plus sign. */
  static final class Converter implements ITypeConverter<LabelGroup> {
    @Override
    public LabelGroup convert(String text) {
      return new SettingConverter<>(LabelGroup::parse).convert(text);
    }
  }

  /** The class of one value. */
  static LabelGroup of(int value) {
    return new LabelGroup(new TreeSet<>(java.util.Set.of(value)));
  }

  /**
   * Reads values joined by a plus sign.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  static LabelGroup parse(String text) {
    SortedSet<Integer> values = new TreeSet<>();
    for (String value : text.trim().split("\\+", -1)) {
      if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) == 0) {
        throw new IllegalArgumentException(
            "'" + text + "' is not a label value from 1, or several joined by +");
      }
      values.add(Integer.parseInt(value));
    }
    return new LabelGroup(values);
  }

  @Override
  public String toString() {
    return values.stream().map(String::valueOf).collect(Collectors.joining("+"));
  }
}
