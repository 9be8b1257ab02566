/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.util.HashMap;
import java.util.Map;
import org.egcnn.model.Labels;

/**
 * What the values of a mask are called.
 *
 * @param names the names by value
 */
record LabelNames(Map<Integer, String> names) {

  /** Copies the names. */
  LabelNames {
    names = Map.copyOf(names);
  }

  /** The names of the values that a model writes. */
  static LabelNames of(Labels labels) {
    Map<Integer, String> names = new HashMap<>();
    labels.classes().forEach(one -> names.put(one.output(), one.name()));
    return new LabelNames(names);
  }

  /** The name of a value. */
  String of(int value) {
    return names.getOrDefault(value, "label " + value);
  }
}
