/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What the macro recorder writes of a command: every input, so that the text does the same whatever
 * the defaults become, except open images, since a macro works on the active one.
 *
 * @param options texts by key, in the inputs' order
 */
record MacroRecord(Map<String, String> options) {

  /** The options of a command whose inputs are set. */
  static MacroRecord of(CommandInputs inputs) {
    Map<String, String> options = new LinkedHashMap<>();
    inputs.all().stream()
        .filter(input -> !input.isImage())
        .forEach(input -> options.put(input.name(), input.text(inputs.value(input))));
    return new MacroRecord(options);
  }

  /** Hands over key by key. */
  void forEach(BiConsumer<String, String> recorder) {
    options.forEach(recorder);
  }
}
