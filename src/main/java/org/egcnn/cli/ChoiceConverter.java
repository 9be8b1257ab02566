/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a constant from its name in kebab-case: {@code zero-start} for {@code ZERO_START}.
 *
 * @param type the constants
 */
record ChoiceConverter<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {

  /** A converter for a type. */
  static <E extends Enum<E>> ChoiceConverter<E> of(Class<E> type) {
    return new ChoiceConverter<>(type);
  }

  /** A constant's name on the command line. */
  static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public E convert(String text) {
    for (E constant : type.getEnumConstants()) {
      if (nameOf(constant).equals(text.trim())) {
        return constant;
      }
    }
    String names =
        Arrays.stream(type.getEnumConstants())
            .map(ChoiceConverter::nameOf)
            .collect(Collectors.joining(", "));
    throw new TypeConversionException("'" + text + "' is none of " + names);
  }
}
