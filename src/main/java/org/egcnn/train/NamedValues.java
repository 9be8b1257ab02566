/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Optional;
import java.util.function.Function;
import org.egcnn.task.BadInputException;
import org.egcnn.task.Choice;

/**
 * Values by the names that the command line's options have, without the dashes before them. All
 * methods throw {@link BadInputException}, which names the place of the value, where it is not what
 * was asked for.
 */
public interface NamedValues {

  /** A number, if it is named. */
  Optional<Double> number(String name) throws BadInputException;

  /** A whole number, if it is named. */
  Optional<Integer> integer(String name) throws BadInputException;

  /** True or false, if it is named. */
  Optional<Boolean> flag(String name) throws BadInputException;

  /**
   * What is made of a text, if it is named.
   *
   * @param parse makes it, or throws IllegalArgumentException saying what is wrong
   */
  <T> Optional<T> parsed(String name, Function<String, T> parse) throws BadInputException;

  /** One of several constants, if it is named. */
  default <E extends Enum<E>> Optional<E> choice(String name, Class<E> type)
      throws BadInputException {
    return parsed(name, text -> Choice.of(type, text));
  }
}
