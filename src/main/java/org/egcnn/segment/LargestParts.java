/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.egcnn.image.ConnectedComponents;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;

/**
 * Takes away what is not connected with the largest part of its class. Voxels that share a corner
 * are connected. A voxel that a region loses keeps the label of the regions around it, if it is
 * still in one.
 *
 * @param labels the classes or regions
 */
record LargestParts(Labels labels) {

  /**
   * Cleans a predicted mask.
   *
   * @param mask the classes' output values, axes x, y, z; changed in place
   */
  <T extends IntegerType<T>> void keep(RandomAccessibleInterval<T> mask) {
    List<Cursor<UnsignedByteType>> kept = new ArrayList<>();
    for (LabelClass one : labels.classes()) {
      RandomAccessibleInterval<NativeBoolType> of =
          Converters.convert(
              mask, (value, is) -> is.set(has(one, value.getInteger())), new NativeBoolType());
      kept.add(Views.flatIterable(ConnectedComponents.largest(of, true)).cursor());
    }
    for (T value : Views.flatIterable(mask)) {
      int label = 0;
      for (int k = 0; k < kept.size(); k++) {
        if (kept.get(k).next().get() == 1) {
          label = labels.classes().get(k).output();
        }
      }
      value.setInteger(label);
    }
  }

  private boolean has(LabelClass one, int value) {
    return labels.exclusive() ? value == one.output() : one.values().contains(value);
  }
}
