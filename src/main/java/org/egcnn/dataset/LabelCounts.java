/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.util.SortedMap;
import java.util.TreeMap;
import net.imglib2.type.numeric.RealType;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.Volume;

/** Counts how many voxels of a mask have each label value. */
final class LabelCounts {
  /** A mask with more values than this is an image in the wrong folder. */
  private static final int MOST_VALUES = 4096;

  private static final int SMALL = 256;

  private LabelCounts() {}

  /**
   * Counts the values of a one-channel mask.
   *
   * @return voxels by label value, ascending, no zero counts
   * @throws BadInputException if the mask has several channels, values that are not whole numbers
   *     from 0 to 65535, or too many values to be a mask
   */
  static SortedMap<Integer, Long> of(Volume mask) throws BadInputException {
    if (mask.channels() != 1) {
      throw bad(mask, "a mask must have one channel, but this has " + mask.channels());
    }
    long[] small = new long[SMALL];
    SortedMap<Integer, Long> counts = new TreeMap<>();
    for (RealType<?> voxel : mask.image()) {
      double value = voxel.getRealDouble();
      int whole = (int) Math.round(value);
      if (!Volume.isWhole(value) || whole < 0 || whole > 65535) {
        throw bad(mask, "holds " + value + ", but label values are whole numbers from 0 to 65535");
      }
      if (whole < SMALL) {
        small[whole]++;
      } else {
        counts.merge(whole, 1L, Long::sum);
        if (counts.size() > MOST_VALUES) {
          throw bad(mask, "holds more than " + MOST_VALUES + " different values");
        }
      }
    }
    for (int value = 0; value < SMALL; value++) {
      if (small[value] > 0) {
        counts.put(value, small[value]);
      }
    }
    return counts;
  }

  private static BadInputException bad(Volume mask, String problem) {
    String name = mask.file().map(Object::toString).orElse("mask");
    return new BadInputException(name + ": " + problem + ". Check that this file is a label mask");
  }
}
