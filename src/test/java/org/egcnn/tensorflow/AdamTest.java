/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcnn.engine.Batch;
import org.egcnn.engine.Network;
import org.egcnn.engine.StepLosses;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.LossSettings;
import org.egcnn.model.WeightTensor;
import org.junit.jupiter.api.Test;

/**
 * The first update: its first moments are 0.1 times the clipped and decayed gradient, from which
 * everything else follows by Kingma and Ba's formulas.
 */
class AdamTest {
  private static final Architecture ARCHITECTURE =
      TinyNetworks.architecture(Backbone.SEG_NET, true, Optional.empty());

  /** What one step made of start values drawn with seed 3. */
  private record Update(
      Map<String, WeightTensor> start, Map<String, WeightTensor> state, StepLosses losses) {

    static Update of(double decay, double learningRate, double clipNorm) {
      LossSettings losses = new LossSettings(1, 1, 1, 1, 0, decay, List.of(1.0, 1.0, 1.0));
      try (Network network = TinyNetworks.trainable(ARCHITECTURE, losses)) {
        network.initialise(3);
        Map<String, WeightTensor> start = network.weights();
        try (Batch batch = TinyNetworks.balls(network, 1, TinyNetworks.CROP, true, 1)) {
          StepLosses step = network.step(batch, new StepSettings(learningRate, clipNorm, 0));
          return new Update(start, network.state(), step);
        }
      }
    }

    float[] gradient(String name) {
      float[] gradient = state.get("adam/m/" + name).values().clone();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] *= 10;
      }
      return gradient;
    }

    double gradientNorm() {
      double squares = 0;
      for (String name : start.keySet()) {
        for (float g : gradient(name)) {
          squares += (double) g * g;
        }
      }
      return Math.sqrt(squares);
    }
  }

  @Test
  void followsTheFormulas() {
    Update update = Update.of(0, 0.02, 0);
    for (String name : update.start().keySet()) {
      float[] before = update.start().get(name).values();
      float[] after = update.state().get(name).values();
      float[] second = update.state().get("adam/v/" + name).values();
      float[] gradient = update.gradient(name);
      for (int i = 0; i < before.length; i++) {
        double g = gradient[i];
        assertEquals(0.001 * g * g, second[i], 1e-9 + 1e-4 * 0.001 * g * g, name);
        double rate = 0.02 * Math.sqrt(1 - 0.999) / (1 - 0.9);
        double moved = rate * 0.1 * g / (Math.sqrt(0.001 * g * g) + 1e-8);
        assertEquals(before[i] - moved, after[i], 1e-5, name);
      }
    }
    assertEquals(1, update.state().get("adam/step").values()[0]);
  }

  @Test
  void clipsTheGlobalNormAndReportsTheOneBefore() {
    Update free = Update.of(0, 0.02, 0);
    double norm = free.losses().gradientNorm();
    assertTrue(norm > 0.05, "gradient norm " + norm);
    assertEquals(norm, free.gradientNorm(), 1e-4 * norm);
    Update clipped = Update.of(0, 0.02, norm / 4);
    assertEquals(norm, clipped.losses().gradientNorm(), 1e-5 * norm);
    assertEquals(norm / 4, clipped.gradientNorm(), 1e-4 * norm);
    Update loose = Update.of(0, 0.02, norm * 4);
    assertEquals(norm, loose.gradientNorm(), 1e-4 * norm);
  }

  @Test
  void kernelsDecayAndNothingElse() {
    Update free = Update.of(0, 0.02, 0);
    Update decayed = Update.of(0.5, 0.02, 0);
    for (String name : free.start().keySet()) {
      float[] weight = free.start().get(name).values();
      float[] before = free.gradient(name);
      float[] after = decayed.gradient(name);
      for (int i = 0; i < weight.length; i++) {
        double expected = before[i] + (name.endsWith("kernel") ? 0.5 * weight[i] : 0);
        assertEquals(expected, after[i], 1e-5, name);
      }
    }
  }

  @Test
  void aRateOfZeroChangesNothing() {
    Update update = Update.of(0.5, 0, 0);
    update
        .start()
        .forEach(
            (name, weight) ->
                assertArrayEquals(weight.values(), update.state().get(name).values(), name));
  }
}
