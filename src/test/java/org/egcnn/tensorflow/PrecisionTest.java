/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.engine.EngineOptions.Recomputation;
import org.egcnn.engine.Network;
import org.egcnn.engine.StepLosses;
import org.egcnn.model.Backbone;
import org.egcnn.model.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrecisionTest {
  private static final int STEPS = 12;

  /** The lowest resolution's maps are too short to be converted, the others are not. */
  private static final Size CROP = new Size(16, 16, 24);

  @ParameterizedTest
  @EnumSource(Backbone.class)
  void convolutionsInBfloat16OnlyRound(Backbone backbone) {
    assumeTrue(
        Precision.BFLOAT16.suitsProcessor(), "this processor has no instructions for bfloat16");
    try (Network single = network(backbone, Precision.FLOAT32);
        Network half = network(backbone, Precision.BFLOAT16);
        Batch batch = TinyNetworks.balls(single, 1, CROP, true, 4);
        Batch same = TinyNetworks.balls(half, 1, CROP, true, 4)) {
      single.initialise(1);
      half.initialise(1);
      float[] expected = TinyNetworks.probabilities(single, batch);
      float[] rounded = TinyNetworks.probabilities(half, same);
      double largest = 0;
      for (int i = 0; i < expected.length; i++) {
        largest = Math.max(largest, Math.abs(expected[i] - rounded[i]));
      }
      assertNotEquals(0, largest, "nothing was rounded");
      // 8 significant bits through a dozen convolutions
      assertTrue(largest < 0.1, "largest difference " + largest);
      List<StepLosses> exact = TinyNetworks.train(single, batch, STEPS, 1e-3);
      List<StepLosses> coarse = TinyNetworks.train(half, same, STEPS, 1e-3);
      assertTrue(exact.get(STEPS - 1).total() < 0.95 * exact.get(0).total());
      for (int i = 0; i < STEPS; i++) {
        assertEquals(exact.get(i).total(), coarse.get(i).total(), 0.03 * exact.get(i).total());
      }
      // weights are in single precision always, so that each network takes the other's
      single.restore(half.weights());
      assertTrue(TinyNetworks.same(single.weights(), half.weights()));
    }
  }

  private static Network network(Backbone backbone, Precision precision) {
    return TinyNetworks.trainable(
        TinyNetworks.architecture(backbone),
        new EngineOptions(1, "cpu", Recomputation.AUTO, precision));
  }
}
