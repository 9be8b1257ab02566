/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Optional;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TUint8;

class ReferenceTest {

  @Test
  void exclusiveClassesHaveABackground() {
    assertArrayEquals(new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, unfolded(true, 2, 0, 1, 2));
  }

  @Test
  void everyRegionHasABitOfTheCode() {
    assertArrayEquals(
        new float[] {0, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 1, 0, 0, 1},
        unfolded(false, 3, 0, 1, 3, 7, 4));
  }

  @Test
  void eightRegionsUseAllBits() {
    assertArrayEquals(
        new float[] {1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1}, unfolded(false, 8, 255, 128));
  }

  private static float[] unfolded(boolean exclusive, int classes, int... codes) {
    try (Computation computation = new Computation()) {
      GraphOps ops = computation.ops();
      Operand<TUint8> labels =
          ops.reshape(
              ops.tf().dtypes.cast(ops.tf().constant(codes), TUint8.class), 1, 1, 1, codes.length);
      long[] shape = {1, 1, 1, codes.length, exclusive ? classes + 1 : classes};
      Architecture architecture =
          new Architecture(Backbone.SEG_NET, 1, classes, exclusive, 4, 2, 3, Optional.empty());
      return computation.run(Reference.of(ops, architecture, labels, shape).value());
    }
  }
}
