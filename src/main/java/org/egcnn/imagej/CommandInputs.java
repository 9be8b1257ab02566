/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import ij.ImagePlus;
import java.io.File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.egcnn.task.BadInputException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** The inputs of a command that a user sets. */
final class CommandInputs {
  /** SciJava fills inputs of other types, such as services. */
  private static final Set<Class<?>> TYPES =
      Set.of(File.class, String.class, Integer.class, Double.class, Boolean.class, ImagePlus.class);

  private final Module module;
  private final List<CommandInput> inputs;

  /** The inputs of a command. */
  CommandInputs(Module module) {
    this.module = module;
    List<CommandInput> found = new ArrayList<>();
    for (ModuleItem<?> item : module.getInfo().inputs()) {
      CommandInput input = new CommandInput(item);
      if (TYPES.contains(input.type())) {
        found.add(input);
      }
    }
    // SciJava lists those of superclasses first.
    found.sort(Comparator.comparing(CommandInput::isAdvanced).thenComparing(CommandInput::isLast));
    inputs = List.copyOf(found);
  }

  /** All inputs, those of the first dialog first. */
  List<CommandInput> all() {
    return inputs;
  }

  /** The inputs that nobody has set yet. */
  List<CommandInput> unresolved() {
    return inputs.stream().filter(input -> !module.isInputResolved(input.name())).toList();
  }

  /** An input's present value. */
  Object value(CommandInput input) {
    return module.getInput(input.name());
  }

  /** Sets an input and marks it as set. */
  void set(CommandInput input, Object value) {
    module.setInput(input.name(), value);
    module.resolveInput(input.name());
  }

  /**
   * Sets inputs from a macro's options; those that the options do not name keep their values.
   *
   * @throws BadInputException if there is no such input, or its value is refused
   */
  void set(MacroOptions options) throws BadInputException {
    Map<String, CommandInput> byName = new LinkedHashMap<>();
    inputs.forEach(input -> byName.put(input.name(), input));
    for (Map.Entry<String, String> option : options.values().entrySet()) {
      CommandInput input = byName.get(option.getKey());
      if (input == null) {
        throw new BadInputException(
            "there is no option "
                + option.getKey()
                + ": there are "
                + inputs.stream()
                    .filter(i -> !i.isImage())
                    .map(CommandInput::name)
                    .collect(Collectors.joining(", ")));
      }
      if (!option.getValue().isEmpty() || input.type() == String.class) {
        set(input, input.parse(option.getValue()));
      } else if (input.type() != File.class) {
        // An empty file means none; a number or a choice without a value is a slip.
        throw new BadInputException(
            "option " + input.name() + " has no value: it takes " + input.allowed());
      }
    }
  }

  /**
   * Marks all inputs as set, open images being the active one unless set before.
   *
   * @param active the active image, or null
   * @throws BadInputException if a value is missing or refused
   */
  void complete(ImagePlus active) throws BadInputException {
    for (CommandInput input : inputs) {
      if (input.isImage() && value(input) == null) {
        module.setInput(input.name(), active);
      }
      input.check(value(input));
      module.resolveInput(input.name());
    }
  }
}
