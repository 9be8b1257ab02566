/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ForegroundIndexTest {

  private static ForegroundIndex index(byte[] codes, boolean exclusive, int slice) {
    ForegroundIndex index = new ForegroundIndex(3, exclusive);
    for (int first = 0; first < codes.length; first += slice) {
      byte[] part = new byte[slice];
      System.arraycopy(codes, first, part, 0, slice);
      index.append(first, part);
    }
    index.finish(codes.length);
    return index;
  }

  private static void drawsEachVoxelAlike(byte[] codes, boolean exclusive) {
    ForegroundIndex index = index(codes, exclusive, 60);
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < 3; k++) {
      boolean[] member = new boolean[codes.length];
      int count = 0;
      for (int i = 0; i < codes.length; i++) {
        member[i] = exclusive ? codes[i] == k + 1 : (codes[i] >> k & 1) == 1;
        count += member[i] ? 1 : 0;
      }
      assertEquals(count, index.count(k));
      int[] drawn = new int[codes.length];
      int draws = 200 * count;
      for (int i = 0; i < draws; i++) {
        drawn[(int) index.draw(k, random)]++;
      }
      for (int i = 0; i < codes.length; i++) {
        // mean 200, standard deviation 14; six of them
        assertEquals(member[i] ? 200 : 0, drawn[i], member[i] ? 85 : 0);
      }
    }
  }

  @Test
  void drawsEachVoxelOfAClassAlike() {
    byte[] codes = new byte[300];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < codes.length; i++) {
      codes[i] = i % 7 < 4 ? (byte) random.nextInt(4) : i > 0 ? codes[i - 1] : 0;
    }
    drawsEachVoxelAlike(codes, true);
  }

  @Test
  void drawsEachVoxelOfOverlappingRegionsAlike() {
    byte[] codes = new byte[300];
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) random.nextInt(8);
    }
    drawsEachVoxelAlike(codes, false);
  }

  @Test
  void knowsWhichClassesArePresent() {
    byte[] codes = new byte[60];
    codes[59] = 3;
    ForegroundIndex index = index(codes, true, 60);
    assertArrayEquals(new int[] {2}, index.present());
    assertEquals(59, index.draw(2, new SplittableRandom(0)));
  }

  @Test
  void takesPositionsBeyondThirtyTwoBits() {
    ForegroundIndex index = new ForegroundIndex(1, true);
    index.append(5_000_000_000L, new byte[] {0, 1, 0});
    index.finish(5_000_000_003L);
    assertEquals(5_000_000_001L, index.draw(0, new SplittableRandom(0)));
  }
}
