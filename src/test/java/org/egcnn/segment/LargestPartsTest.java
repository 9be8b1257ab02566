/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import net.imglib2.img.array.ArrayImgs;
import org.egcnn.model.Labels;
import org.junit.jupiter.api.Test;

class LargestPartsTest {

  private static void check(Labels labels, int[] mask, int[] expected, long... size) {
    int[] result = mask.clone();
    new LargestParts(labels).keep(ArrayImgs.ints(result, size));
    assertArrayEquals(expected, result);
  }

  @Test
  void keepsTheLargestPartOfEachClass() {
    check(
        TestModels.TWO_CLASSES,
        new int[] {3, 3, 0, 3, 7, 0, 7, 7, 7},
        new int[] {3, 3, 0, 0, 0, 0, 7, 7, 7},
        9,
        1,
        1);
  }

  @Test
  void voxelsThatShareACornerAreConnected() {
    check(
        TestModels.TWO_CLASSES,
        new int[] {3, 0, 0, 0, 3, 0, 0, 0, 3},
        new int[] {3, 0, 0, 0, 3, 0, 0, 0, 3},
        3,
        3,
        1);
  }

  @Test
  void anEmptyMaskStaysEmpty() {
    check(TestModels.TWO_CLASSES, new int[8], new int[8], 2, 2, 2);
  }

  @Test
  void aLostCoreBelongsToTheWholeAroundIt() {
    check(
        TestModels.REGIONS,
        new int[] {2, 1, 1, 2, 1, 2, 0, 1, 0, 0, 0, 2},
        new int[] {2, 1, 1, 2, 2, 2, 0, 0, 0, 0, 0, 0},
        12,
        1,
        1);
  }
}
