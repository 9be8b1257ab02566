/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpsamplingTest {

  static Stream<LayerCase> scipy() {
    return LayerCase.read("upsampling.json");
  }

  @ParameterizedTest
  @MethodSource("scipy")
  void givesWhatScipyGives(LayerCase c) {
    try (Computation computation = new Computation()) {
      Node y = Upsampling.trilinear(computation.ops(), computation.constant(c.input(), c.shape()));
      long[] s = c.shape();
      assertArrayEquals(new long[] {s[0], 2 * s[1], 2 * s[2], 2 * s[3], s[4]}, y.shape());
      LayerCase.assertClose(c.expected(), computation.run(y.value()), 1e-6);
    }
  }

  @Test
  void halfPixelPositionsByHand() {
    try (Computation computation = new Computation()) {
      Node x = computation.constant(new double[] {0, 4, 8}, 1, 1, 1, 3, 1);
      float[] y = computation.run(Upsampling.trilinear(computation.ops(), x).value());
      double[] row = {0, 1, 3, 5, 7, 8};
      double[] expected = new double[24];
      for (int i = 0; i < expected.length; i++) {
        expected[i] = row[i % 6];
      }
      LayerCase.assertClose(expected, y, 1e-6);
    }
  }
}
