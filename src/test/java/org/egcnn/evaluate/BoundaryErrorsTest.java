/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.model.LabelClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoundaryErrorsTest {
  private static final LabelClass ONE = new LabelClass("one", 1);

  private static RandomAccessibleInterval<FloatType> errors(
      RandomAccessibleInterval<IntType> reference,
      RandomAccessibleInterval<IntType> prediction,
      double... spacing) {
    return BoundaryErrors.of(reference, prediction, ONE, spacing);
  }

  private static float[] row(String reference, String prediction, double spacing) {
    RandomAccessibleInterval<FloatType> errors =
        errors(
            MaskExpectation.labels(reference, reference.length(), 1, 1),
            MaskExpectation.labels(prediction, prediction.length(), 1, 1),
            spacing,
            1,
            1);
    float[] values = new float[reference.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = errors.getAt(i, 0, 0).get();
    }
    return values;
  }

  @Test
  void outsideIsPositiveAndEverythingElseIsNaN() {
    float nan = Float.NaN;
    assertArrayEquals(new float[] {nan, nan, nan, 4, nan}, row("##...", "...#.", 2), 1e-6f);
    assertArrayEquals(new float[] {6, 4, nan, nan, nan}, row("...#.", "##...", 2), 1e-6f);
    assertArrayEquals(new float[] {nan, 0, 0, 1.5f, nan}, row(".##..", ".###.", 1.5), 1e-6f);
  }

  @Test
  void insideIsNegative() {
    // A cube of 7 voxels, of which the one in the middle was found: 3 voxels from every face,
    // the nearest of which is that along the shortest side.
    Img<IntType> reference = ArrayImgs.ints(9, 9, 9);
    for (int i = 0; i < 343; i++) {
      reference.getAt(1 + i % 7, 1 + i / 7 % 7, 1 + i / 49).set(1);
    }
    Img<IntType> prediction = ArrayImgs.ints(9, 9, 9);
    prediction.getAt(4, 4, 4).set(1);
    RandomAccessibleInterval<FloatType> errors = errors(reference, prediction, 1, 0.5, 2);
    assertEquals(-1.5f, errors.getAt(4, 4, 4).get(), 1e-6f);
    assertEquals(1, values(errors).length);
  }

  @Test
  void withoutReferenceThereIsNoDistance() {
    assertArrayEquals(
        new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NaN}, row("...", ".#.", 1));
    assertArrayEquals(new float[] {Float.NaN, Float.NaN, Float.NaN}, row(".#.", "...", 1));
    assertArrayEquals(new float[] {Float.NaN, Float.NaN, Float.NaN}, row("...", "...", 1));
  }

  @Test
  void refusesOtherSizes() {
    assertThrows(IllegalArgumentException.class, () -> row("##.", "##", 1));
  }

  @ParameterizedTest
  @MethodSource("org.egcnn.evaluate.MaskExpectation#all")
  void sizesAreTheSurfaceDistancesAndSignsTellInsideFromOutside(MaskExpectation masks) {
    Img<IntType> reference = masks.referenceLabels();
    Img<IntType> prediction = masks.predictionLabels();
    RandomAccessibleInterval<FloatType> errors = errors(reference, prediction, masks.spacing());
    assertArrayEquals(reference.dimensionsAsLongArray(), errors.dimensionsAsLongArray());
    double[] expected =
        SurfaceDistances.of(
                ClassMask.of(reference, ONE), ClassMask.of(prediction, ONE), masks.spacing())
            .fromPrediction();
    assertArrayEquals(
        expected, DoubleStream.of(values(errors)).map(Math::abs).sorted().toArray(), 1e-6);
    Cursor<FloatType> cursor = errors.localizingCursor();
    while (cursor.hasNext()) {
      float value = cursor.next().get();
      if (!Float.isNaN(value)) {
        assertEquals(1, prediction.getAt(cursor).get());
        boolean inside = reference.getAt(cursor).get() == 1;
        assertTrue(inside ? value <= 0 : value > 0, value + " inside: " + inside);
      }
    }
  }

  private static double[] values(RandomAccessibleInterval<FloatType> errors) {
    DoubleStream.Builder values = DoubleStream.builder();
    Cursor<FloatType> cursor = errors.cursor();
    while (cursor.hasNext()) {
      values.add(cursor.next().get());
    }
    return Arrays.stream(values.build().toArray()).filter(v -> !Double.isNaN(v)).toArray();
  }
}
