/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import static org.egcnn.image.AnatomicalDirection.ANTERIOR;
import static org.egcnn.image.AnatomicalDirection.LEFT;
import static org.egcnn.image.AnatomicalDirection.POSTERIOR;
import static org.egcnn.image.AnatomicalDirection.RIGHT;
import static org.egcnn.image.AnatomicalDirection.SUPERIOR;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrientationTest {
  private record Oblique(double[][] affine, String expected) {}

  static Stream<double[][]> signedPermutations() {
    return Stream.of(
            new int[] {0, 1, 2},
            new int[] {0, 2, 1},
            new int[] {1, 0, 2},
            new int[] {1, 2, 0},
            new int[] {2, 0, 1},
            new int[] {2, 1, 0})
        .flatMap(
            p ->
                Stream.iterate(0, s -> s + 1)
                    .limit(8)
                    .map(
                        signs -> {
                          double[][] affine = new double[3][4];
                          for (int axis = 0; axis < 3; axis++) {
                            double spacing = 0.5 + axis;
                            affine[p[axis]][axis] = (signs >> axis & 1) == 0 ? spacing : -spacing;
                          }
                          return affine;
                        }));
  }

  @Test
  void obliqueAffinesGetTheClosestAxes() {
    for (Oblique c : FilterCase.read("orientation.json", Oblique[].class)) {
      assertEquals(c.expected(), Orientation.of(c.affine()).toString());
    }
  }

  @Test
  void theSumOfAllCosinesDecides() {
    // The first column leans towards z and x, but the two others need these more.
    double[][] affine = {{0.7, 0, 1}, {0, 0.1, 0}, {0.71, 1, 0.01}};
    assertEquals("ASR", Orientation.of(affine).toString());
  }

  @ParameterizedTest
  @MethodSource("signedPermutations")
  void canonicalViewsFollowTheAffine(double[][] affine) {
    Orientation orientation = Orientation.of(affine);
    RandomAccessibleInterval<FloatType> image = numbered(4, 3, 2);
    RandomAccessibleInterval<FloatType> canonical =
        orientation.toCanonical(Views.translate(image, 5, 6, 7));

    // Walking along a canonical axis must walk along that world axis, forwards.
    long[] size = canonical.dimensionsAsLongArray();
    for (int world = 0; world < 3; world++) {
      long[] at = new long[3];
      double[] first = world(affine, voxel(canonical.getAt(at).get()));
      at[world] = size[world] - 1;
      double[] last = world(affine, voxel(canonical.getAt(at).get()));
      for (int d = 0; d < 3; d++) {
        assertEquals(d == world, last[d] - first[d] > 0.1, "axis " + d);
      }
    }
    assertArrayEquals(new long[3], Views.zeroMin(canonical).minAsLongArray());
    assertArrayEquals(new long[3], canonical.minAsLongArray());
    assertArrayEquals(size, orientation.toCanonical(new long[] {4, 3, 2}));
    double[] spacing = {0.5, 1.5, 2.5};
    double[] canonicalSpacing = orientation.toCanonical(spacing);
    for (int world = 0; world < 3; world++) {
      double length = Arrays.stream(affine[world]).map(Math::abs).sum();
      assertEquals(length, canonicalSpacing[world]);
    }

    FilterCase.assertSame(image, orientation.fromCanonical(canonical));
    assertArrayEquals(spacing, orientation.fromCanonical(canonicalSpacing));
    assertArrayEquals(new long[] {4, 3, 2}, orientation.fromCanonical(size));
  }

  private static Img<FloatType> numbered(long... size) {
    Img<FloatType> image = ArrayImgs.floats(size);
    int i = 0;
    for (FloatType v : image) {
      v.set(i++);
    }
    return image;
  }

  private static int[] voxel(float number) {
    int i = (int) number;
    return new int[] {i % 4, i / 4 % 3, i / 12};
  }

  private static double[] world(double[][] affine, int[] voxel) {
    return Arrays.stream(affine)
        .mapToDouble(row -> row[0] * voxel[0] + row[1] * voxel[1] + row[2] * voxel[2])
        .toArray();
  }

  @Test
  void furtherAxesStay() {
    Img<FloatType> image = numbered(4, 3, 2, 5);
    Orientation orientation = new Orientation(SUPERIOR, LEFT, POSTERIOR);
    RandomAccessibleInterval<FloatType> canonical = orientation.toCanonical(image);
    assertArrayEquals(new long[] {3, 2, 4, 5}, canonical.dimensionsAsLongArray());
    FilterCase.assertSame(
        Views.hyperSlice(canonical, 3, 2), orientation.toCanonical(Views.hyperSlice(image, 3, 2)));
  }

  @Test
  void isNamedByItsLetters() {
    assertEquals("LPS", new Orientation(LEFT, POSTERIOR, SUPERIOR).toString());
    assertFalse(new Orientation(LEFT, POSTERIOR, SUPERIOR).isIdentity());
    assertTrue(new Orientation(RIGHT, ANTERIOR, SUPERIOR).isIdentity());
  }

  @Test
  void refusesWhatItCannotUse() {
    assertThrows(IllegalArgumentException.class, () -> new Orientation(LEFT, RIGHT, SUPERIOR));
    assertThrows(IllegalArgumentException.class, () -> Orientation.of(new double[2][3]));
    assertThrows(IllegalArgumentException.class, () -> Orientation.of(new double[3][2]));
    assertThrows(IllegalArgumentException.class, () -> Orientation.of(new double[3][3]));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Orientation(RIGHT, ANTERIOR, SUPERIOR).toCanonical(ArrayImgs.floats(2, 2)));
  }
}
