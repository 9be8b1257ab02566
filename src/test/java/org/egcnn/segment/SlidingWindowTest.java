/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.egcnn.model.Size;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {

  @Test
  void placesWindowsEvenlyFromBorderToBorder() {
    SlidingWindow windows = new SlidingWindow(new long[] {10, 4, 7}, new Size(4, 4, 4), 0.5);
    assertArrayEquals(new long[] {0, 2, 4, 6}, windows.starts(0));
    assertArrayEquals(new long[] {0}, windows.starts(1));
    assertArrayEquals(new long[] {0, 1, 3}, windows.starts(2));
    assertEquals(12, windows.count());
  }

  @Test
  void putsASmallVolumeInTheMiddle() {
    SlidingWindow windows = new SlidingWindow(new long[] {1, 3, 5}, new Size(8, 8, 8), 0.5);
    assertArrayEquals(new long[] {-3}, windows.starts(0));
    assertArrayEquals(new long[] {-2}, windows.starts(1));
    assertArrayEquals(new long[] {-1}, windows.starts(2));
  }

  @Test
  void coversEveryVoxelWithAtLeastTheOverlap() {
    for (double overlap : new double[] {0, 0.25, 0.5, 0.75, 0.9}) {
      for (int size = 1; size < 60; size++) {
        SlidingWindow windows =
            new SlidingWindow(new long[] {size, 8, 8}, new Size(8, 8, 10), overlap);
        long[] starts = windows.starts(0);
        if (size >= 10) {
          assertEquals(0, starts[0]);
          assertEquals(size - 10, starts[starts.length - 1]);
        }
        for (int i = 1; i < starts.length; i++) {
          long step = starts[i] - starts[i - 1];
          assertTrue(step >= 1 && 10 - step >= 10 * overlap - 1e-9, size + " at " + overlap);
        }
      }
    }
  }

  @Test
  void needsNoLimitOfTwoToThe31Voxels() {
    SlidingWindow windows =
        new SlidingWindow(new long[] {2048, 2048, 4096}, new Size(128, 128, 128), 0.5);
    assertEquals(31L * 31 * 63, windows.count());
  }

  @Test
  void rejectsAFullOverlap() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new SlidingWindow(new long[] {9, 9, 9}, new Size(4, 4, 4), 1));
  }
}
