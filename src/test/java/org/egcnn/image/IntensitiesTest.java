/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class IntensitiesTest {
  private record Expected(
      float[] samples,
      double[] p,
      double[] percentiles,
      double[] statistics,
      double[] zScore,
      double[] zScoreNonZero) {}

  private final Expected numpy = FilterCase.read("intensities.json", Expected.class);
  private final Img<FloatType> image = ArrayImgs.floats(numpy.samples().clone(), 3, 4, 5);

  @Test
  void statisticsAreThoseOfNumpy() {
    for (RandomAccessibleInterval<FloatType> view : List.of(image, FilterCase.asView(image))) {
      Intensities.Statistics s = Intensities.statistics(view);
      assertArrayEquals(
          numpy.statistics(),
          new double[] {s.min(), s.max(), s.mean(), s.sd(), s.nonZeroCount()},
          1e-5);
      assertEquals(60, s.count());
    }
  }

  @Test
  void aLargeOffsetCostsNoDigits() {
    Img<FloatType> far = ArrayImgs.floats(2, 3, 40);
    int i = 0;
    for (FloatType v : far) {
      v.set(8_000_000 + (i++ % 2));
    }
    assertEquals(0.5, Intensities.statistics(far).sd(), 1e-9);
  }

  @Test
  void zScoresAreThoseOfNumpy() {
    assertClose(numpy.zScore(), Intensities.zScore(image, false));
    assertClose(numpy.zScoreNonZero(), Intensities.zScore(image, true));
    assertClose(numpy.zScoreNonZero(), Intensities.zScore(FilterCase.asView(image), true));
  }

  private static void assertClose(double[] expected, Img<FloatType> actual) {
    float[] values = FilterCase.values(actual);
    assertEquals(expected.length, values.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], values[i], 1e-6 * Math.max(1, Math.abs(expected[i])));
    }
  }

  @Test
  void constantImagesBecomeZero() {
    Img<FloatType> constant = ArrayImgs.floats(3, 3, 30);
    constant.forEach(v -> v.set(0.1f));
    for (boolean nonZeroOnly : new boolean[] {false, true}) {
      for (float v : FilterCase.values(Intensities.zScore(constant, nonZeroOnly))) {
        assertEquals(0, v);
      }
    }
    Img<FloatType> empty = ArrayImgs.floats(3, 3, 3);
    FilterCase.assertSame(empty, Intensities.zScore(empty, true));
  }

  @Test
  void windowsAreClipped() {
    Img<FloatType> values =
        ArrayImgs.floats(new float[] {-5000, -1000, -500, 0, 250, 3000}, 6, 1, 1);
    assertArrayEquals(
        new float[] {-1, -1, -0.5f, 0, 0.25f, 1},
        FilterCase.values(Intensities.window(values, -1000, 1000)));
    assertArrayEquals(
        new float[] {-1, -1, -1, -1, 0.25f, 1},
        FilterCase.values(Intensities.window(values, 0, 400)));
  }

  @Test
  void percentilesAreThoseOfNumpy() {
    float[] samples = numpy.samples().clone();
    assertArrayEquals(numpy.percentiles(), Intensities.percentiles(samples, numpy.p()), 1e-4);
    assertArrayEquals(numpy.samples(), samples);
    assertArrayEquals(new double[] {7, 7}, Intensities.percentiles(new float[] {7}, 0, 99));
  }

  @Test
  void samplesAreSpreadEvenlyOverTheMask() {
    Img<FloatType> ramp = ArrayImgs.floats(10, 10, 10);
    Img<BitType> mask = ArrayImgs.bits(10, 10, 10);
    var bit = mask.cursor();
    int i = 0;
    for (FloatType v : ramp) {
      v.set(i);
      bit.next().set(i >= 200 && i < 800);
      i++;
    }
    float[] all = Intensities.sample(ramp, mask, 10_000);
    assertEquals(600, all.length);
    assertEquals(200, all[0]);
    assertEquals(799, all[599]);
    float[] some = Intensities.sample(ramp, mask, 7);
    for (int k = 0; k < 7; k++) {
      assertEquals(200 + k * 600 / 7, some[k]);
    }
    assertArrayEquals(
        some,
        Intensities.sample(Views.translate(ramp, 1, 2, 3), Views.translate(mask, 4, 5, 6), 7));
    assertEquals(0, Intensities.sample(ramp, ArrayImgs.bits(10, 10, 10), 7).length);
  }

  @Test
  void refusesWhatItCannotUse() {
    Img<FloatType> flat = ArrayImgs.floats(3, 3);
    assertThrows(IllegalArgumentException.class, () -> Intensities.zScore(flat, true));
    assertThrows(IllegalArgumentException.class, () -> Intensities.statistics(flat));
    assertThrows(IllegalArgumentException.class, () -> Intensities.window(image, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> Intensities.window(image, Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> Intensities.percentiles(new float[0], 50));
    assertThrows(
        IllegalArgumentException.class, () -> Intensities.percentiles(new float[1], 100.1));
    assertThrows(
        IllegalArgumentException.class,
        () -> Intensities.sample(image, ArrayImgs.bits(3, 4, 4), 5));
    assertThrows(
        IllegalArgumentException.class,
        () -> Intensities.sample(image, ArrayImgs.bits(3, 4, 5), 0));
  }
}
