/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import org.egcnn.model.LabelClass;
import org.junit.jupiter.api.Test;

class OverlapTest {

  private static final LabelClass ONE = new LabelClass("one", 1);
  private static final LabelClass TWO = new LabelClass("two", 2);
  private static final LabelClass BOTH = new LabelClass("both", List.of(1, 2), 1);

  private static Img<IntType> row(int... values) {
    return ArrayImgs.ints(values, values.length, 1, 1);
  }

  @Test
  void countsEachClassAndOverlappingRegions() {
    List<Overlap> overlaps =
        Overlap.count(row(1, 1, 2, 0, 0, 2), row(1, 2, 2, 2, 0, 0), List.of(ONE, TWO, BOTH));
    assertEquals(new Overlap(1, 0, 1), overlaps.get(0));
    assertEquals(new Overlap(1, 2, 1), overlaps.get(1));
    assertEquals(new Overlap(3, 1, 1), overlaps.get(2));
  }

  @Test
  void ratiosOfThreeVoxelsWorkedByHand() {
    // One voxel right, one extra, one missed.
    Overlap overlap = Overlap.count(row(1, 1, 0), row(0, 1, 1), List.of(ONE)).get(0);
    assertEquals(0.5, overlap.dice());
    assertEquals(1.0 / 3, overlap.jaccard());
    assertEquals(0.5, overlap.sensitivity());
    assertEquals(0.5, overlap.precision());
    assertEquals(2, overlap.reference());
    assertEquals(2, overlap.prediction());
  }

  @Test
  void ratiosOfNothingAreNaN() {
    Overlap nothing = Overlap.count(row(0, 0), row(0, 0), List.of(ONE)).get(0);
    assertTrue(Double.isNaN(nothing.dice()));
    assertTrue(Double.isNaN(nothing.jaccard()));
    assertTrue(Double.isNaN(nothing.sensitivity()));
    assertTrue(Double.isNaN(nothing.precision()));
  }

  @Test
  void addsCounts() {
    assertEquals(new Overlap(5, 7, 9), new Overlap(1, 2, 3).plus(new Overlap(4, 5, 6)));
  }

  @Test
  void chunksOfManyThreadsAddUpToOnePass() {
    int[] a = new Random(1).ints(40 * 30 * 20, 0, 3).toArray();
    int[] b = new Random(2).ints(40 * 30 * 20, 0, 3).toArray();
    long tp = 0;
    long fp = 0;
    long fn = 0;
    for (int i = 0; i < a.length; i++) {
      tp += a[i] == 2 && b[i] == 2 ? 1 : 0;
      fp += a[i] != 2 && b[i] == 2 ? 1 : 0;
      fn += a[i] == 2 && b[i] != 2 ? 1 : 0;
    }
    List<Overlap> overlaps =
        Overlap.count(
            ArrayImgs.ints(a, 40, 30, 20), ArrayImgs.ints(b, 40, 30, 20), List.of(ONE, TWO));
    assertEquals(new Overlap(tp, fp, fn), overlaps.get(1));
  }

  @Test
  void matrixNamesTheValuesOfEachImage() {
    ConfusionMatrix matrix = ConfusionMatrix.of(row(0, 7, 7, -3), row(0, 7, 2, 2));
    assertEquals(new TreeSet<>(List.of(-3, 0, 7)), matrix.referenceValues());
    assertEquals(new TreeSet<>(List.of(0, 2, 7)), matrix.predictionValues());
    assertEquals(1, matrix.count(7, 2));
    assertEquals(0, matrix.count(2, 7));
  }

  @Test
  void refusesOtherSizesAndIntensities() {
    assertThrows(IllegalArgumentException.class, () -> ConfusionMatrix.of(row(0, 0), row(0, 0, 0)));
    int[] many = new int[ConfusionMatrix.MAX_PAIRS + 1];
    for (int i = 0; i < many.length; i++) {
      many[i] = i;
    }
    assertThrows(IllegalArgumentException.class, () -> ConfusionMatrix.of(row(many), row(many)));
  }
}
