/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import java.util.List;

/**
 * One foreground class or region.
 *
 * @param name its name, such as {@code tumour}
 * @param values the label values in a mask that belong to it
 * @param output the label value written for it in a predicted mask
 */
public record LabelClass(String name, List<Integer> values, int output) {

  /** Copies the values. */
  public LabelClass {
    values = List.copyOf(values);
    if (values.isEmpty() || values.contains(0)) {
      throw new IllegalArgumentException("class " + name + " needs label values other than 0");
    }
  }

  /** A class of one label value. */
  public LabelClass(String name, int value) {
    this(name, List.of(value), value);
  }
}
