/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResamplingTest {

  static Stream<FilterCase> linear() {
    return FilterCase.read("linear.json");
  }

  static Stream<FilterCase> labels() {
    return FilterCase.read("labels.json");
  }

  private static long[] target(FilterCase c) {
    return LongStream.range(0, 3).map(d -> (long) c.numbers()[(int) d]).toArray();
  }

  @Test
  void sizesAreRoundedAndAtLeastOne() {
    assertArrayEquals(
        new long[] {400, 3, 1},
        Resampling.size(
            new long[] {512, 5, 2}, new double[] {0.78125, 1, 0.1}, new double[] {1, 2, 1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Resampling.size(new long[] {0, 1, 1}, new double[3], new double[3]));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Resampling.size(
                new long[] {9, 9, 9}, new double[] {1, 1, 1}, new double[] {1, 1e-12, 1}));
  }

  @ParameterizedTest
  @MethodSource("linear")
  void interpolatesAsScipyDoes(FilterCase c) {
    c.assertGives(Resampling.linear(c.image(), target(c)), 1e-6);
    c.assertGives(Resampling.linear(FilterCase.asView(c.image()), target(c)), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("linear")
  void blocksArePartsOfTheWhole(FilterCase c) {
    long[] size = target(c);
    Img<FloatType> whole = Resampling.linear(c.image(), size);
    LinearResampler resampler = new LinearResampler(c.image(), size);
    assertArrayEquals(size, resampler.size());
    Random random = new Random(1);
    for (int trial = 0; trial < 20; trial++) {
      long[] min = new long[3];
      long[] max = new long[3];
      for (int d = 0; d < 3; d++) {
        min[d] = random.nextInt((int) size[d]);
        max[d] = min[d] + random.nextInt((int) (size[d] - min[d]));
      }
      Interval block = new FinalInterval(min, max);
      RandomAccessibleInterval<FloatType> expected = Views.zeroMin(Views.interval(whole, block));
      long[] dims = block.dimensionsAsLongArray();
      Img<FloatType> cells = new CellImgFactory<>(new FloatType(), 2).create(dims);
      for (RandomAccessibleInterval<FloatType> out :
          Stream.of(ArrayImgs.floats(dims), PlanarImgs.floats(dims), cells).toList()) {
        resampler.block(block, out);
        FilterCase.assertSame(expected, out);
      }
      resampler.block(block, Views.translate(cells, 3, 4, 5));
      FilterCase.assertSame(expected, cells);
    }
  }

  @Test
  void fillsAnExistingImage() {
    FilterCase c = linear().findFirst().orElseThrow();
    Img<FloatType> big = ArrayImgs.floats(20, 20, 20);
    long[] size = target(c);
    RandomAccessibleInterval<FloatType> part =
        Views.offsetInterval(big, new long[] {2, 3, 4}, size);
    Resampling.linearInto(c.image(), part);
    c.assertGives(part, 1e-6);
    assertEquals(0, big.getAt(1, 3, 4).get());
  }

  @Test
  void theSameSizeChangesNothing() {
    FilterCase c = linear().findFirst().orElseThrow();
    FilterCase.assertSame(c.image(), Resampling.linear(c.image(), c.size()));
    FilterCase l = labels().findFirst().orElseThrow();
    FilterCase.assertSame(l.labels(), Resampling.labels(l.labels(), l.size()));
  }

  @ParameterizedTest
  @MethodSource("labels")
  void labelsAreTheHighestOfTheMasksInterpolatedOneByOne(FilterCase c) {
    c.assertGives(Resampling.labels(c.labels(), target(c)), 0);
    RandomAccessibleInterval<IntType> moved = Views.translate(c.labels(), 7, -7, 70);
    c.assertGives(Resampling.labels(moved, target(c)), 0);
  }

  @Test
  void tiesGoToTheLargerLabel() {
    Img<IntType> labels = ArrayImgs.ints(new int[] {3, 0, 0, 5}, 4, 1, 1);
    assertArrayEquals(
        new float[] {3, 5}, FilterCase.values(Resampling.labels(labels, new long[] {2, 1, 1})));
  }

  @Test
  void noLabelVanishes() {
    Img<IntType> labels = ArrayImgs.ints(60, 50, 40);
    // Seen by one target voxel, by none, in a corner, and two competing for one place.
    labels.getAt(30, 20, 10).set(1);
    labels.getAt(17, 33, 22).set(2);
    labels.getAt(0, 0, 0).set(3);
    labels.getAt(59, 49, 39).set(4);
    labels.getAt(42, 42, 12).set(5);
    labels.getAt(43, 42, 12).set(6);
    labels.getAt(42, 41, 12).set(-7);
    for (long[] size :
        new long[][] {{12, 10, 8}, {7, 5, 3}, {60, 50, 1}, {31, 26, 21}, {2, 2, 2}, {8, 1, 1}}) {
      Img<IntType> result = Resampling.labels(labels, size);
      assertEquals(Set.of(-7, 0, 1, 2, 3, 4, 5, 6), values(result), "size " + size[0]);
    }
    // A single voxel stays where it was.
    Img<IntType> result = Resampling.labels(labels, new long[] {12, 10, 8});
    assertEquals(3, result.getAt(0, 0, 0).get());
    assertEquals(4, result.getAt(11, 9, 7).get());
    assertEquals(2, result.getAt(3, 6, 4).get());
  }

  @Test
  void aLabelWithWeightGetsTheVoxelOfItsHighestWeight() {
    // 5 voxels to 4: weights of voxel 1 at the target coordinates 0.125, 1.375, 2.625, 3.875.
    Img<IntType> labels = ArrayImgs.ints(new int[] {0, 0, 1, 0, 0}, 5, 1, 1);
    // Voxel 2 weighs 0.375 in target voxel 1 (between 1 and 2) and 0.375 in target voxel 2.
    float[] result = FilterCase.values(Resampling.labels(labels, new long[] {4, 1, 1}));
    assertEquals(1, result[1] + result[2]);
    assertEquals(0, result[0] + result[3]);
  }

  @Test
  void fewerVoxelsThanLabelsKeepsAsManyAsFit() {
    Img<IntType> labels = ArrayImgs.ints(new int[] {4, 1, 2, 3}, 4, 1, 1);
    assertEquals(2, values(Resampling.labels(labels, new long[] {2, 1, 1})).size());
  }

  @Test
  void refusesWhatItCannotUse() {
    Img<FloatType> image = ArrayImgs.floats(4, 4, 4);
    assertThrows(IllegalArgumentException.class, () -> Resampling.linear(image, new long[] {4, 4}));
    assertThrows(
        IllegalArgumentException.class, () -> Resampling.linear(image, new long[] {4, 0, 4}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Resampling.linear(ArrayImgs.floats(4, 4), new long[] {4, 4, 4}));
    LinearResampler resampler = new LinearResampler(image, new long[] {8, 8, 8});
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                resampler.block(
                    FinalInterval.createMinSize(0, 7, 0, 2, 2, 2), ArrayImgs.floats(2, 2, 2)));
    assertTrue(e.getMessage().contains("axis 1"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            resampler.block(
                FinalInterval.createMinSize(0, 0, 0, 2, 2, 2), ArrayImgs.floats(2, 2, 3)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Resampling.labels(ArrayImgs.ints(2, 2, 2), new long[] {1, 1, -1}));
  }

  private static Set<Integer> values(Img<IntType> labels) {
    Set<Integer> values = new HashSet<>();
    labels.forEach(v -> values.add(v.get()));
    return values;
  }
}
