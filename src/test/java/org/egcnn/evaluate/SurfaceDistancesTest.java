/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.integer.IntType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SurfaceDistancesTest {

  private static RandomAccessibleInterval<BoolType> mask(RandomAccessibleInterval<IntType> labels) {
    return Converters.convert(labels, (in, out) -> out.set(in.get() != 0), new BoolType());
  }

  private static RandomAccessibleInterval<BoolType> row(String text) {
    return mask(MaskExpectation.labels(text, text.length(), 1, 1));
  }

  @ParameterizedTest
  @MethodSource("org.egcnn.evaluate.MaskExpectation#all")
  void agreesWithBruteForceOverAllPairs(MaskExpectation masks) {
    SurfaceDistances distances =
        SurfaceDistances.of(
            mask(masks.referenceLabels()), mask(masks.predictionLabels()), masks.spacing());
    assertEquals(masks.expected().get("hausdorff"), distances.hausdorff(100), 1e-5);
    assertEquals(masks.expected().get("hd95"), distances.hd95(), 1e-5);
    assertEquals(masks.expected().get("assd"), distances.assd(), 1e-6);
    assertEquals(masks.expected().get("nsd"), distances.nsd(masks.tolerance()), 1e-12);
  }

  @Test
  void threeVoxelsWorkedByHand() {
    // Reference at 0 and 1, prediction at 3, 2 mm apart: distances 6 and 4, and 4 the other way.
    SurfaceDistances distances =
        SurfaceDistances.of(row("##.."), row("...#"), new double[] {2, 1, 1});
    assertArrayEquals(new double[] {4, 6}, distances.fromReference(), 1e-6);
    assertArrayEquals(new double[] {4}, distances.fromPrediction(), 1e-6);
    assertEquals(4 + 0.95 * 2, distances.hd95(), 1e-6);
    assertEquals(14.0 / 3, distances.assd(), 1e-6);
    assertEquals(2.0 / 3, distances.nsd(4), 1e-12);
    assertEquals(0, distances.nsd(3.99), 1e-12);
  }

  @Test
  void innerVoxelsAreNoSurface() {
    char[] cube = new char[125];
    Arrays.fill(cube, '.');
    for (int i = 0; i < 27; i++) {
      cube[1 + i % 3 + 5 * (1 + i / 3 % 3) + 25 * (1 + i / 9)] = '#';
    }
    RandomAccessibleInterval<BoolType> mask =
        mask(MaskExpectation.labels(new String(cube), 5, 5, 5));
    SurfaceDistances distances = SurfaceDistances.of(mask, mask, new double[] {1, 1, 1});
    assertEquals(26, distances.fromReference().length);
    assertEquals(0, distances.hausdorff(100));
    assertEquals(1, distances.nsd(0));
  }

  @Test
  void refusesEmptyMasksOtherSizesAndBadPercentiles() {
    double[] spacing = {1, 1, 1};
    assertThrows(
        IllegalArgumentException.class, () -> SurfaceDistances.of(row("#."), row(".."), spacing));
    assertThrows(
        IllegalArgumentException.class, () -> SurfaceDistances.of(row(".."), row("#."), spacing));
    assertThrows(
        IllegalArgumentException.class, () -> SurfaceDistances.of(row("#."), row("#"), spacing));
    SurfaceDistances distances = SurfaceDistances.of(row("#."), row("#."), spacing);
    assertThrows(IllegalArgumentException.class, () -> distances.hausdorff(101));
  }
}
