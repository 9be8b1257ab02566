/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.Stream;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AffineResamplingTest {
  private record AffineCase(
      long[] size,
      double[][] affine,
      long[] target,
      float[] image,
      int[] labels,
      double[] linear,
      int[] nearest) {}

  private static final double[][] IDENTITY = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}};

  static Stream<AffineCase> scipy() {
    return Arrays.stream(FilterCase.read("affine.json", AffineCase[].class));
  }

  @ParameterizedTest
  @MethodSource("scipy")
  void interpolatesAsScipyDoes(AffineCase c) {
    Img<FloatType> image = ArrayImgs.floats(c.image(), c.size());
    for (RandomAccessibleInterval<FloatType> view :
        Stream.of(image, FilterCase.asView(image)).toList()) {
      float[] result =
          FilterCase.values(AffineResampling.image(view, c.affine(), c.target(), -2.5f));
      assertEquals(c.linear().length, result.length);
      for (int i = 0; i < result.length; i++) {
        assertEquals(c.linear()[i], result[i], 2e-6);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scipy")
  void takesTheNearestLabelAsScipyDoes(AffineCase c) {
    Img<IntType> labels = ArrayImgs.ints(c.labels(), c.size());
    float[] result =
        FilterCase.values(
            AffineResampling.labels(Views.translate(labels, 5, 6, 7), c.affine(), c.target(), 9));
    for (int i = 0; i < result.length; i++) {
      assertEquals(c.nearest()[i], result[i], "voxel " + i);
    }
  }

  @Test
  void theIdentityCopies() {
    AffineCase c = scipy().findFirst().orElseThrow();
    Img<FloatType> image = ArrayImgs.floats(c.image(), c.size());
    FilterCase.assertSame(image, AffineResampling.image(image, IDENTITY, c.size(), 0));
    Img<IntType> labels = ArrayImgs.ints(c.labels(), c.size());
    FilterCase.assertSame(labels, AffineResampling.labels(labels, IDENTITY, c.size(), 0));
  }

  @Test
  void targetsBesideTheSourceAreOutside() {
    Img<FloatType> image = ArrayImgs.floats(4, 4, 4);
    double[][] away = {{1, 0, 0, 50}, {0, 1, 0, 0}, {0, 0, 1, 0}};
    float[] expected = new float[8];
    Arrays.fill(expected, 3);
    assertArrayEquals(
        expected, FilterCase.values(AffineResampling.image(image, away, new long[] {2, 2, 2}, 3)));
    assertArrayEquals(
        expected,
        FilterCase.values(
            AffineResampling.labels(ArrayImgs.ints(4, 4, 4), away, new long[] {2, 2, 2}, 3)));
  }

  @Test
  void sourcesLargerThanMemoryAreReadInParts() {
    // 8·10^9 voxels that exist nowhere; neighbours in the target lie 900 of them apart.
    long[] size = {2000, 2000, 2000};
    RandomAccessibleInterval<FloatType> huge =
        Views.interval(
            new FunctionRandomAccessible<>(
                3,
                (at, out) ->
                    out.set(
                        at.getLongPosition(0) + 2 * at.getLongPosition(1) - at.getLongPosition(2)),
                FloatType::new),
            new FinalInterval(size));
    double[][] affine = {{900, 0, 0, 7.5}, {0, 900, 0, 3}, {0, 0, 900, 9.25}};
    Img<FloatType> result = AffineResampling.image(huge, affine, new long[] {3, 2, 3}, 0);
    for (int z = 0; z < 3; z++) {
      for (int y = 0; y < 2; y++) {
        for (int x = 0; x < 3; x++) {
          double expected = 900 * x + 7.5 + 2 * (900 * y + 3) - (900 * z + 9.25);
          assertEquals(expected, result.getAt(x, y, z).get(), 1e-3);
        }
      }
    }
  }

  @Test
  void refusesWhatItCannotUse() {
    Img<FloatType> image = ArrayImgs.floats(4, 4, 4);
    long[] size = {4, 4, 4};
    for (double[][] bad :
        new double[][][] {
          {{1, 0, 0, 0}, {0, 1, 0, 0}},
          {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
          {{1, 0, 0, Double.NaN}, {0, 1, 0, 0}, {0, 0, 1, 0}}
        }) {
      assertThrows(
          IllegalArgumentException.class, () -> AffineResampling.image(image, bad, size, 0));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> AffineResampling.image(image, IDENTITY, new long[] {4, 4, 0}, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> AffineResampling.image(ArrayImgs.floats(2, 2), IDENTITY, size, 0));
  }
}
