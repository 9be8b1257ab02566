/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.type.BooleanType;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Util;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DistanceTransformTest {
  private static final double[] MM = {1, 1, 1};

  static Stream<FilterCase> scipy() {
    return FilterCase.read("distance.json");
  }

  @ParameterizedTest
  @MethodSource("scipy")
  void givesWhatScipyGives(FilterCase c) {
    c.assertGives(DistanceTransform.toMask(c.mask(), c.numbers()), 3e-7);
  }

  @Test
  void isTheNearestTrueVoxelOfAll() {
    Random random = new Random(5);
    for (int trial = 0; trial < 40; trial++) {
      int[] size = {1 + random.nextInt(20), 1 + random.nextInt(20), 1 + random.nextInt(7)};
      double[] spacing = {
        0.2 + 3 * random.nextDouble(), 0.2 + random.nextDouble(), 0.2 + 5 * random.nextDouble()
      };
      Img<BitType> mask = ArrayImgs.bits(size[0], size[1], size[2]);
      double share = random.nextDouble() * 0.1;
      mask.forEach(v -> v.set(random.nextDouble() < share));
      float[] squares = FilterCase.values(DistanceTransform.squaredToMask(mask, spacing));
      float[] distances = FilterCase.values(DistanceTransform.toMask(mask, spacing));
      double[] expected = bruteForce(FilterCase.values(mask), size, spacing);
      for (int i = 0; i < expected.length; i++) {
        if (expected[i] == Double.POSITIVE_INFINITY) {
          assertEquals(Float.POSITIVE_INFINITY, distances[i]);
          assertEquals(Float.POSITIVE_INFINITY, squares[i]);
        } else {
          assertEquals(expected[i], distances[i], 2e-7 * expected[i]);
          assertEquals(expected[i] * expected[i], squares[i], 4e-7 * expected[i] * expected[i]);
        }
      }
    }
  }

  private static double[] bruteForce(float[] mask, int[] size, double[] spacing) {
    double[] nearest = new double[mask.length];
    for (int i = 0; i < mask.length; i++) {
      double square = Double.POSITIVE_INFINITY;
      for (int j = 0; j < mask.length; j++) {
        if (mask[j] != 0) {
          double x = (i % size[0] - j % size[0]) * spacing[0];
          double y = (i / size[0] % size[1] - j / size[0] % size[1]) * spacing[1];
          double z = (i / size[0] / size[1] - j / size[0] / size[1]) * spacing[2];
          square = Math.min(square, x * x + y * y + z * z);
        }
      }
      nearest[i] = Math.sqrt(square);
    }
    return nearest;
  }

  @Test
  void anEmptyMaskIsInfinitelyFar() {
    for (float v : FilterCase.values(DistanceTransform.toMask(ArrayImgs.bits(5, 4, 3), MM))) {
      assertEquals(Float.POSITIVE_INFINITY, v);
    }
  }

  @Test
  void aFullMaskIsEverywhere() {
    Img<BitType> mask = ArrayImgs.bits(5, 4, 3);
    mask.forEach(BitType::setOne);
    for (float v : FilterCase.values(DistanceTransform.toMask(mask, MM))) {
      assertEquals(0, v);
    }
  }

  @Test
  void readsAnyTypeContainerAndView() {
    Random random = new Random(8);
    Img<BitType> bits = ArrayImgs.bits(9, 8, 7);
    bits.forEach(v -> v.set(random.nextInt(30) == 0));
    Img<FloatType> expected = DistanceTransform.toMask(bits, MM);

    Img<BitType> cells = new CellImgFactory<>(new BitType(), 3).create(9, 8, 7);
    copy(bits, cells);
    FilterCase.assertSame(expected, DistanceTransform.toMask(cells, MM));
    Img<NativeBoolType> planar =
        Util.getSuitableImgFactory(bits, new NativeBoolType()).create(bits);
    copy(bits, planar);
    FilterCase.assertSame(
        expected, DistanceTransform.toMask(Views.translate(planar, 4, -2, 100), MM));
    RandomAccessibleInterval<BoolType> converted =
        Converters.convert(
            (RandomAccessibleInterval<BitType>) bits,
            (in, out) -> out.set(in.get()),
            new BoolType());
    FilterCase.assertSame(expected, DistanceTransform.toMask(converted, MM));
    FilterCase.assertSame(
        Views.permute(expected, 0, 2), DistanceTransform.toMask(Views.permute(bits, 0, 2), MM));
    FilterCase.assertSame(
        Views.zeroMin(Views.invertAxis(expected, 1)),
        DistanceTransform.toMask(Views.invertAxis(bits, 1), MM));
  }

  private static <T extends BooleanType<T>> void copy(Img<BitType> from, Img<T> to) {
    var cursor = Views.flatIterable(from).cursor();
    Views.flatIterable(to).forEach(v -> v.set(cursor.next().get()));
  }

  @Test
  void refusesWhatItCannotUse() {
    Img<BitType> mask = ArrayImgs.bits(3, 3, 3);
    assertThrows(
        IllegalArgumentException.class,
        () -> DistanceTransform.toMask(ArrayImgs.bits(3, 3), new double[] {1, 1}));
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> DistanceTransform.toMask(mask, new double[] {1, bad, 1}));
      assertTrue(e.getMessage().contains("spacing"));
    }
  }
}
