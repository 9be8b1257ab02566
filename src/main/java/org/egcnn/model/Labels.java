/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the labels of a dataset mean. Value 0 is always the background.
 *
 * @param exclusive true: each voxel is of one class; false: classes are regions that may overlap or
 *     nest, and a predicted mask is rebuilt by writing each region's output value in this order,
 *     later regions over earlier ones
 * @param classes the foreground classes or regions, at least one
 */
public record Labels(boolean exclusive, List<LabelClass> classes) {

  /** Copies the classes. */
  public Labels {
    classes = List.copyOf(classes);
    if (classes.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one class besides background");
    }
    if (!exclusive && classes.size() > 8) {
      throw new IllegalArgumentException("at most 8 overlapping regions are supported");
    }
    if (classes.size() > 254) {
      throw new IllegalArgumentException("at most 254 classes are supported");
    }
  }

  /** The number of foreground classes K. */
  public int size() {
    return classes.size();
  }

  /** The class names in order. */
  public List<String> names() {
    return classes.stream().map(LabelClass::name).toList();
  }

  /** All label values a mask may hold, 0 included. */
  public SortedSet<Integer> values() {
    SortedSet<Integer> values = new TreeSet<>();
    values.add(0);
    classes.forEach(c -> values.addAll(c.values()));
    return values;
  }

  /**
   * The code by which the network is taught a label value: with exclusive classes the class's index
   * from 1, else one bit for each region the value belongs to, bit 0 for the first; 0 for
   * background and for values of no class.
   */
  public int code(int value) {
    int code = 0;
    for (int k = 0; k < classes.size(); k++) {
      if (classes.get(k).values().contains(value)) {
        code |= exclusive ? k + 1 : 1 << k;
        if (exclusive) {
          break;
        }
      }
    }
    return code;
  }
}
