/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GaussianSmoothingTest {

  static Stream<FilterCase> scipy() {
    return FilterCase.read("gaussian.json");
  }

  @ParameterizedTest
  @MethodSource("scipy")
  void smoothsAsScipyDoes(FilterCase c) {
    c.assertGives(GaussianSmoothing.smooth(c.image(), c.numbers()), 1e-6);
    c.assertGives(GaussianSmoothing.smooth(FilterCase.asView(c.image()), c.numbers()), 1e-6);
  }

  @Test
  void zeroSigmaChangesNothing() {
    FilterCase c = scipy().findFirst().orElseThrow();
    FilterCase.assertSame(c.image(), GaussianSmoothing.smooth(c.image(), new double[3]));
  }

  @Test
  void refusesWhatItCannotUse() {
    Img<FloatType> image = ArrayImgs.floats(3, 3, 3);
    for (double[] bad : new double[][] {{1, 1}, {1, -1, 1}, {1, Double.NaN, 1}, {1e7, 1, 1}}) {
      assertThrows(IllegalArgumentException.class, () -> GaussianSmoothing.smooth(image, bad));
    }
  }
}
