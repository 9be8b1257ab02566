/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class CroppingTest {
  private final Img<FloatType> line = ArrayImgs.floats(new float[] {1, 2, 3}, 3, 1, 1);

  @Test
  void cropsCountFromTheFirstVoxel() {
    RandomAccessibleInterval<FloatType> crop =
        Cropping.crop(
            Views.translate(line, 10, 20, 30), new long[] {1, 0, 0}, new long[] {2, 1, 1});
    assertArrayEquals(new long[3], crop.minAsLongArray());
    assertArrayEquals(new float[] {2, 3}, FilterCase.values(crop));
  }

  @Test
  void cropsStayWithinTheImage() {
    for (long[][] bad :
        new long[][][] {
          {{-1, 0, 0}, {2, 1, 1}},
          {{2, 0, 0}, {2, 1, 1}},
          {{0, 0, 0}, {0, 1, 1}},
          {{0, 0}, {1, 1}},
          {{Long.MAX_VALUE, 0, 0}, {1, 1, 1}}
        }) {
      assertThrows(IllegalArgumentException.class, () -> Cropping.crop(line, bad[0], bad[1]));
    }
  }

  @Test
  void paddingPutsTheImageInTheMiddle() {
    long[] least = {8, 1, 1};
    RandomAccessibleInterval<FloatType> moved = Views.translate(line, -4, 4, 9);
    assertPadded(
        Cropping.padWithValue(moved, least, new FloatType(-7)), -7, -7, 1, 2, 3, -7, -7, -7);
    assertPadded(Cropping.padWithMirror(moved, least), 2, 1, 1, 2, 3, 3, 2, 1);
    assertPadded(Cropping.padWithBorder(moved, least), 1, 1, 1, 2, 3, 3, 3, 3);
  }

  private void assertPadded(RandomAccessibleInterval<FloatType> padded, float... expected) {
    assertArrayEquals(new long[3], padded.minAsLongArray());
    assertArrayEquals(expected, FilterCase.values(padded));
    Interval inside = Cropping.withinPadded(line.dimensionsAsLongArray(), new long[] {8, 1, 1});
    FilterCase.assertSame(line, Views.zeroMin(Views.interval(padded, inside)));
  }

  @Test
  void longerAxesStay() {
    RandomAccessibleInterval<FloatType> padded = Cropping.padWithMirror(line, new long[] {2, 4, 1});
    assertArrayEquals(new long[] {3, 4, 1}, padded.dimensionsAsLongArray());
    assertThrows(
        IllegalArgumentException.class, () -> Cropping.padWithBorder(line, new long[] {2, 4}));
  }

  @Test
  void theBoxHoldsAllThatIsNotZero() {
    Img<FloatType> image = ArrayImgs.floats(9, 8, 40);
    assertEquals(Optional.empty(), BoundingBox.of(image));
    image.getAt(2, 7, 35).set(-0.5f);
    image.getAt(6, 3, 5).set(2);
    Interval expected = Intervals.createMinMax(2, 3, 5, 6, 7, 35);
    assertTrue(Intervals.equals(expected, BoundingBox.of(image).orElseThrow()));
    assertTrue(
        Intervals.equals(
            Intervals.translate(expected, -9, 4, 100),
            BoundingBox.of(Views.translate(image, -9, 4, 100)).orElseThrow()));
  }

  @Test
  void theBoxOfAMaskHoldsAllThatIsTrue() {
    Img<BitType> mask = ArrayImgs.bits(5, 5, 5);
    assertEquals(Optional.empty(), BoundingBox.ofMask(mask));
    mask.getAt(4, 0, 2).set(true);
    assertTrue(
        Intervals.equals(
            Intervals.createMinMax(4, 0, 2, 4, 0, 2), BoundingBox.ofMask(mask).orElseThrow()));
    assertThrows(IllegalArgumentException.class, () -> BoundingBox.ofMask(ArrayImgs.bits(2, 2)));
  }
}
