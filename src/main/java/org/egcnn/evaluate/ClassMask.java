/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.Arrays;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.integer.IntType;
import org.egcnn.model.LabelClass;

/** Shows where a label image holds values of one class. */
final class ClassMask {

  private ClassMask() {}

  /**
   * A view that is true where the label value is one of the class's.
   *
   * @param labels label values, axes x, y, z
   */
  static RandomAccessibleInterval<BoolType> of(
      RandomAccessibleInterval<IntType> labels, LabelClass labelClass) {
    int[] values = labelClass.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    return Converters.convert(
        labels, (in, out) -> out.set(Arrays.binarySearch(values, in.get()) >= 0), new BoolType());
  }
}
