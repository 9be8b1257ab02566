/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import org.egcnn.task.Choice;
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

  @Override
  public E convert(String text) {
    try {
      return Choice.of(type, text.trim());
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
