/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.EngineOptions.Recomputation;
import org.egcnn.engine.Network;
import org.egcnn.engine.StepLosses;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecomputationTest {

  @ParameterizedTest
  @EnumSource(Backbone.class)
  void changesNothingButMemory(Backbone backbone) {
    List<StepLosses> kept = losses(backbone, Recomputation.NEVER);
    List<StepLosses> recomputed = losses(backbone, Recomputation.ALWAYS);
    for (int i = 0; i < kept.size(); i++) {
      assertEquals(kept.get(i).total(), recomputed.get(i).total(), 1e-5, "step " + i);
      assertEquals(kept.get(i).gradientNorm(), recomputed.get(i).gradientNorm(), 1e-4);
    }
  }

  private static List<StepLosses> losses(Backbone backbone, Recomputation recomputation) {
    EngineOptions options =
        new EngineOptions(1, "cpu", recomputation, EngineOptions.Precision.FLOAT32);
    try (Network network = TinyNetworks.trainable(TinyNetworks.architecture(backbone), options);
        Batch batch = TinyNetworks.balls(network, 1, TinyNetworks.CROP, true, 4)) {
      network.initialise(1);
      return TinyNetworks.train(network, batch, 5, 1e-3);
    }
  }

  @ParameterizedTest
  @EnumSource(Backbone.class)
  void isForeseenInTheEstimate(Backbone backbone) {
    Architecture architecture = TinyNetworks.architecture(backbone);
    Size size = new Size(128, 128, 128);
    long kept = estimate(architecture, size, Recomputation.NEVER);
    long recomputed = estimate(architecture, size, Recomputation.ALWAYS);
    assertTrue(recomputed < 0.8 * kept, recomputed + " of " + kept);
  }

  private static long estimate(Architecture architecture, Size size, Recomputation recomputation) {
    try (Network network =
        TinyNetworks.trainable(
            architecture,
            new EngineOptions(1, "cpu", recomputation, EngineOptions.Precision.FLOAT32))) {
      return network.estimateBytes(1, size, true);
    }
  }

  @Test
  void happensWhereAStepWouldNotFit() {
    Architecture architecture = TinyNetworks.architecture(Backbone.SEG_NET);
    Size small = new Size(32, 32, 32);
    Size huge = new Size(2048, 2048, 2048);
    assertEquals(
        estimate(architecture, small, Recomputation.NEVER),
        estimate(architecture, small, Recomputation.AUTO));
    assertEquals(
        estimate(architecture, huge, Recomputation.ALWAYS),
        estimate(architecture, huge, Recomputation.AUTO));
  }
}
