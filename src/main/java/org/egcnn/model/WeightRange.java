/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Where a safetensors file has an array, as its header says.
 *
 * @param shape the array's dimensions, none negative
 * @param begin its first byte, counted from behind the header
 * @param end the byte behind its last
 */
record WeightRange(long[] shape, long begin, long end) {

  /**
   * Checks that shape and range agree.
   *
   * @throws IllegalArgumentException if they do not, or a Java array cannot hold so much
   * @throws ArithmeticException if the shape is beyond any memory
   */
  WeightRange {
    long bytes = Float.BYTES;
    for (long side : shape) {
      if (side < 0) {
        throw new IllegalArgumentException("a shape with the side " + side);
      }
      bytes = Math.multiplyExact(bytes, side);
    }
    if (begin < 0 || end < begin || end - begin != bytes) {
      throw new IllegalArgumentException("an array's shape and its place do not agree");
    }
    if (bytes / Float.BYTES > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("an array of " + bytes + " bytes is too large");
    }
  }

  /** How many numbers there are. */
  int values() {
    return (int) ((end - begin) / Float.BYTES);
  }

  /**
   * Checks that arrays lie one behind the other and fill a file, as the format demands. Arrays that
   * overlap could need any amount of memory.
   *
   * @param bytes the bytes behind the header
   * @throws IllegalArgumentException if they do not
   */
  static void requireWhole(Collection<WeightRange> ranges, long bytes) {
    List<WeightRange> sorted =
        ranges.stream()
            .sorted(Comparator.comparingLong(WeightRange::begin).thenComparing(WeightRange::end))
            .toList();
    long at = 0;
    for (WeightRange range : sorted) {
      if (range.begin != at || range.end > bytes) {
        throw new IllegalArgumentException(
            "its arrays overlap, leave gaps or lie outside the file");
      }
      at = range.end;
    }
    if (at != bytes) {
      throw new IllegalArgumentException("behind its arrays are " + (bytes - at) + " bytes more");
    }
  }
}
