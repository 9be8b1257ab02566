/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.Optional;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.util.Intervals;
import org.egcnn.image.BoundingBox;

/** Finds where two label images hold anything at all. */
final class ForegroundBox {

  private ForegroundBox() {}

  /**
   * The smallest box around all labels other than 0 of both images, in their coordinates; empty if
   * there are none.
   */
  static Optional<Interval> of(
      RandomAccessibleInterval<IntType> reference, RandomAccessibleInterval<IntType> prediction) {
    Optional<Interval> r = BoundingBox.of(reference);
    Optional<Interval> p = BoundingBox.of(prediction);
    return r.isPresent() && p.isPresent()
        ? Optional.of(Intervals.union(r.get(), p.get()))
        : r.or(() -> p);
  }
}
