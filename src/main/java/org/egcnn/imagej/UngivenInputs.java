/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.egcnn.command.Following;
import org.egcnn.task.BadInputException;

/**
 * The inputs of a command that nobody gave, with the values that they began with. SciJava does not
 * tell an input that a dialog left alone from one that it set, so the values are compared.
 *
 * @param values the values at the beginning, perhaps null
 */
record UngivenInputs(Map<CommandInput, Object> values) {

  /** Copies the values. */
  UngivenInputs {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The inputs of a command that are not set yet. */
  static UngivenInputs of(CommandInputs inputs) {
    Map<CommandInput, Object> values = new LinkedHashMap<>();
    inputs.unresolved().forEach(input -> values.put(input, inputs.value(input)));
    return new UngivenInputs(values);
  }

  /** Those whose names were not given; names count even if nothing but the default was given. */
  UngivenInputs without(Set<String> names) {
    Map<CommandInput, Object> left = new LinkedHashMap<>(values);
    left.keySet().removeIf(input -> names.contains(input.name()));
    return new UngivenInputs(left);
  }

  /** Those that still have the value that they began with. */
  UngivenInputs unchanged(CommandInputs now) {
    Map<CommandInput, Object> left = new LinkedHashMap<>(values);
    left.entrySet().removeIf(entry -> !Objects.equals(entry.getValue(), now.value(entry.getKey())));
    return new UngivenInputs(left);
  }

  /**
   * Sets those that the command wants to be something else. The recorder then writes what was used.
   *
   * @throws BadInputException if what the command follows cannot be used
   */
  void follow(Following command, CommandInputs inputs) throws BadInputException {
    try {
      Map<String, String> texts = command.defaults();
      for (CommandInput input : values.keySet()) {
        if (texts.containsKey(input.name())) {
          inputs.set(input, input.parse(texts.get(input.name())));
        }
      }
    } catch (BadInputException e) {
      throw e;
    } catch (IOException e) {
      throw new BadInputException(e.getMessage(), e);
    }
  }
}
