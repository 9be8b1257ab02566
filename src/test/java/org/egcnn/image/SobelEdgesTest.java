/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SobelEdgesTest {
  private static final double[] MM = {1, 1, 1};

  static Stream<FilterCase> scipy() {
    return FilterCase.read("sobel.json");
  }

  @ParameterizedTest
  @MethodSource("scipy")
  void givesWhatScipyGives(FilterCase c) {
    c.assertGives(SobelEdges.magnitude(c.image(), c.numbers()), 1e-6);
    c.assertGives(SobelEdges.magnitude(FilterCase.asView(c.image()), c.numbers()), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("scipy")
  void edgesLieAboveTheThreshold(FilterCase c) {
    double threshold = 0.3;
    float[] edges = FilterCase.values(SobelEdges.edges(c.image(), c.numbers(), threshold));
    for (int i = 0; i < edges.length; i++) {
      assertEquals(c.expected()[i] > threshold ? 1 : 0, edges[i]);
    }
  }

  @Test
  void theWholeSurroundingsOfOneVoxelAreItsEdge() {
    Img<UnsignedByteType> mask = ArrayImgs.unsignedBytes(5, 5, 5);
    mask.getAt(2, 2, 2).set(1);
    float[] edges = FilterCase.values(SobelEdges.edges(mask, MM, 0));
    for (int i = 0; i < edges.length; i++) {
      int x = Math.abs(i % 5 - 2);
      int y = Math.abs(i / 5 % 5 - 2);
      int z = Math.abs(i / 25 - 2);
      boolean near = Math.max(x, Math.max(y, z)) == 1;
      assertEquals(near ? 1 : 0, edges[i], "offset " + x + " " + y + " " + z);
    }
    // Beside the voxel the derivative is 1/2 and the smoothing (2/4)²: worked out by hand.
    Img<FloatType> magnitude = SobelEdges.magnitude(mask, new double[] {0.5, 1, 4});
    assertEquals(0.5 * 0.25 / 0.5, magnitude.getAt(1, 2, 2).get(), 1e-7);
    assertEquals(0.5 * 0.25 / 4, magnitude.getAt(2, 2, 3).get(), 1e-7);
  }

  @Test
  void constantImagesHaveNoEdges() {
    Img<FloatType> image = ArrayImgs.floats(7, 6, 5);
    image.forEach(v -> v.set(0.1f));
    for (float v : FilterCase.values(SobelEdges.edges(image, new double[] {0.3, 0.7, 1.1}, 0))) {
      assertEquals(0, v);
    }
  }

  @Test
  void aClassIsTheMaskOfItsLabels() {
    FilterCase c = FilterCase.read("labels.json").findFirst().orElseThrow();
    Img<IntType> labels = c.labels();
    float[] mask = FilterCase.values(labels);
    for (int i = 0; i < mask.length; i++) {
      mask[i] = mask[i] == 1 || mask[i] == 7 ? 1 : 0;
    }
    double[] spacing = {0.8, 0.8, 3};
    Img<UnsignedByteType> expected =
        SobelEdges.edges(ArrayImgs.floats(mask, c.size()), spacing, 0.1);
    FilterCase.assertSame(expected, SobelEdges.edges(labels, Set.of(1, 7), spacing, 0.1));
  }

  @Test
  void readsAnyTypeAndContainer() {
    FilterCase c = scipy().skip(2).findFirst().orElseThrow();
    Img<ShortType> cells = new CellImgFactory<>(new ShortType(), 4).create(c.size());
    var cursor = Views.flatIterable(c.image()).cursor();
    Views.flatIterable(cells).forEach(v -> v.setReal(cursor.next().get()));
    c.assertGives(SobelEdges.magnitude(cells, c.numbers()), 1e-6);
    RandomAccessibleInterval<ShortType> part =
        Views.interval(cells, new long[] {2, 1, 1}, new long[] {6, 5, 4});
    Img<FloatType> whole = SobelEdges.magnitude(cells, MM);
    Img<FloatType> result = SobelEdges.magnitude(part, MM);
    assertArrayEquals(new long[] {5, 5, 4}, result.dimensionsAsLongArray());
    assertEquals(0, result.min(0));
    assertEquals(whole.getAt(4, 3, 2).get(), result.getAt(2, 2, 1).get());
  }

  @Test
  void refusesWhatItCannotUse() {
    Img<FloatType> image = ArrayImgs.floats(3, 3, 3);
    assertThrows(
        IllegalArgumentException.class, () -> SobelEdges.magnitude(ArrayImgs.floats(3, 3), MM));
    assertThrows(
        IllegalArgumentException.class, () -> SobelEdges.magnitude(image, new double[] {1, 0, 1}));
    assertThrows(IllegalArgumentException.class, () -> SobelEdges.edges(image, MM, -1));
    assertThrows(IllegalArgumentException.class, () -> SobelEdges.edges(image, MM, Double.NaN));
  }
}
