/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.egcnn.model.Size;
import org.junit.jupiter.api.Test;

class RollingSlabTest {
  private static final Size WINDOW = new Size(4, 2, 2);

  @Test
  void holdsTheWindowsDepthWhateverTheVolumesDepth() {
    for (int depth : new int[] {4, 100, 100_000}) {
      long[] size = {5, 3, depth};
      SlidingWindow windows = new SlidingWindow(size, WINDOW, 0.5);
      assertEquals(
          4 * 5 * 3 * 6, new RollingSlab(size, windows, 6, (z, values) -> {}).heldValues());
    }
    long[] flat = {5, 3, 2};
    SlidingWindow windows = new SlidingWindow(flat, WINDOW, 0.5);
    assertEquals(2 * 5 * 3, new RollingSlab(flat, windows, 1, (z, values) -> {}).heldValues());
  }

  @Test
  void handsPlanesOverAsSoonAsNoWindowCanChangeThem() {
    long[] size = {2, 2, 8};
    SlidingWindow windows = new SlidingWindow(size, WINDOW, 0.5);
    assertArrayEquals(new long[] {0, 2, 4}, windows.starts(2));
    List<Long> planes = new ArrayList<>();
    RollingSlab slab = new RollingSlab(size, windows, 1, (z, values) -> planes.add(z));
    FloatBuffer values = FloatBuffer.allocate(16);
    slab.finishBefore(0);
    slab.add(new long[] {0, 0, 0}, values, 0, 0, 1);
    slab.finishBefore(2);
    assertEquals(List.of(0L, 1L), planes);
    slab.add(new long[] {0, 0, 2}, values, 0, 0, 1);
    assertThrows(
        IllegalStateException.class, () -> slab.add(new long[] {0, 0, 0}, values, 0, 0, 1));
    slab.finishBefore(4);
    slab.add(new long[] {0, 0, 4}, values, 0, 0, 1);
    slab.finishBefore(8);
    assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L), planes);
  }

  @Test
  void blendsOverlappingWindowsByTheirWeights() {
    long[] size = {3, 1, 1};
    Size window = new Size(1, 1, 2);
    SlidingWindow windows = new SlidingWindow(size, window, 0.5);
    assertArrayEquals(new long[] {0, 1}, windows.starts(0));
    List<float[]> planes = new ArrayList<>();
    RollingSlab slab = new RollingSlab(size, windows, 1, (z, v) -> planes.add(v.clone()));
    // Two items in one buffer: the second window is the second item.
    FloatBuffer values = FloatBuffer.wrap(new float[] {0.1f, 0.2f, 0.6f, 0.9f});
    slab.add(new long[] {0, 0, 0}, values, 0, 0, 1);
    slab.add(new long[] {1, 0, 0}, values, 1, 0, 1);
    slab.finishBefore(1);
    // A window of two voxels weighs both alike: the middle is the mean of 0.2 and 0.6.
    assertArrayEquals(new float[] {0.1f, 0.4f, 0.9f}, planes.get(0), 1e-6f);
  }

  @Test
  void turnsMirroredWindowsBack() {
    long[] size = {2, 2, 2};
    SlidingWindow windows = new SlidingWindow(size, new Size(2, 2, 2), 0.5);
    FloatBuffer values = FloatBuffer.wrap(new float[] {0, 1, 2, 3, 4, 5, 6, 7});
    float[][] expected = {
      {0, 1, 2, 3, 4, 5, 6, 7}, // not mirrored
      {1, 0, 3, 2, 5, 4, 7, 6}, // x
      {2, 3, 0, 1, 6, 7, 4, 5}, // y
      {3, 2, 1, 0, 7, 6, 5, 4}, // x, y
      {4, 5, 6, 7, 0, 1, 2, 3}, // z
    };
    for (int mirror = 0; mirror < expected.length; mirror++) {
      float[] result = new float[8];
      RollingSlab slab =
          new RollingSlab(
              size, windows, 1, (z, v) -> System.arraycopy(v, 0, result, (int) z * 4, 4));
      slab.add(new long[] {0, 0, 0}, values, 0, mirror, 1);
      slab.finishBefore(2);
      assertArrayEquals(expected[mirror], result, 1e-5f);
    }
  }
}
