/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupNormTest {

  static Stream<LayerCase> numpy() {
    return LayerCase.read("group-norm.json");
  }

  @ParameterizedTest
  @MethodSource("numpy")
  void givesWhatNumpyGives(LayerCase c) {
    assertEquals(c.groups(), GroupNorm.groups(c.shape()[4]));
    LayerCase.assertClose(c.expected(), run(c, false), 1e-5);
  }

  @ParameterizedTest
  @MethodSource("numpy")
  void reluComesAfterTheNormalisation(LayerCase c) {
    double[] positive = Arrays.stream(c.expected()).map(v -> Math.max(0, v)).toArray();
    LayerCase.assertClose(positive, run(c, true), 1e-5);
  }

  private static float[] run(LayerCase c, boolean relu) {
    try (Computation computation = new Computation()) {
      Node x = computation.constant(c.input(), c.shape());
      Node gain = computation.constant(c.gain(), c.shape()[4]);
      Node offset = computation.constant(c.offset(), c.shape()[4]);
      return computation.run(GroupNorm.apply(computation.ops(), x, gain, offset, relu).value());
    }
  }

  @Test
  void aConstantMapGivesTheOffset() {
    try (Computation computation = new Computation()) {
      double[] values = new double[16];
      Arrays.fill(values, 3);
      Node x = computation.constant(values, 1, 2, 2, 2, 2);
      Node gain = computation.constant(new double[] {5, 6}, 2);
      Node offset = computation.constant(new double[] {-1, 2}, 2);
      float[] y =
          computation.run(GroupNorm.apply(computation.ops(), x, gain, offset, false).value());
      for (int i = 0; i < y.length; i++) {
        assertEquals(i % 2 == 0 ? -1 : 2, y[i], 1e-4);
      }
    }
  }

  @Test
  void groupsAreEightOrTheLargestNumberThatDivides() {
    assertEquals(8, GroupNorm.groups(8));
    assertEquals(8, GroupNorm.groups(48));
    assertEquals(6, GroupNorm.groups(6));
    assertEquals(5, GroupNorm.groups(10));
    assertEquals(1, GroupNorm.groups(11));
  }
}
