/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.egcnn.engine.Batch;
import org.egcnn.engine.Network;
import org.egcnn.engine.StepLosses;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.WeightTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading and restoring weights and the optimiser's state. */
class NetworkStateTest {
  private static final String KERNEL = "head/main/kernel";

  @ParameterizedTest
  @EnumSource
  void trainingGoesOnExactly(Backbone backbone) {
    Architecture architecture = TinyNetworks.architecture(backbone);
    try (Network first = TinyNetworks.trainable(architecture);
        Network second = TinyNetworks.trainable(architecture)) {
      first.initialise(4);
      try (Batch batch = TinyNetworks.balls(first, 2, TinyNetworks.CROP, true, 1);
          Batch same = TinyNetworks.balls(second, 2, TinyNetworks.CROP, true, 1)) {
        TinyNetworks.train(first, batch, 3, 1e-2);
        Map<String, WeightTensor> state = first.state();
        second.restore(state);
        assertTrue(TinyNetworks.same(state, second.state()));
        List<StepLosses> on = TinyNetworks.train(first, batch, 4, 1e-2);
        assertEquals(on, TinyNetworks.train(second, same, 4, 1e-2));
        // without the optimiser's state the next update differs
        second.restore(first.weights());
        List<StepLosses> cold = TinyNetworks.train(second, same, 2, 1e-2);
        List<StepLosses> warm = TinyNetworks.train(first, batch, 2, 1e-2);
        assertEquals(warm.get(0).semantic(), cold.get(0).semantic());
        assertNotEquals(warm.get(1).semantic(), cold.get(1).semantic());
      }
    }
  }

  @Test
  void initialisingClearsTheOptimiser() {
    try (Network network = TinyNetworks.trainable(TinyNetworks.architecture(Backbone.SEG_NET));
        Batch batch = TinyNetworks.balls(network, 1, TinyNetworks.CROP, true, 1)) {
      network.initialise(4);
      Map<String, WeightTensor> start = network.state();
      List<StepLosses> totals = TinyNetworks.train(network, batch, 3, 1e-2);
      network.initialise(4);
      assertTrue(TinyNetworks.same(start, network.state()));
      assertEquals(totals, TinyNetworks.train(network, batch, 3, 1e-2));
    }
  }

  @Test
  void aPredictingNetworkTakesATrainingState() {
    Architecture architecture = TinyNetworks.architecture(Backbone.SEG_NET);
    try (Network trained = TinyNetworks.trainable(architecture);
        Network reader = TinyNetworks.predicting(architecture);
        Batch batch = TinyNetworks.balls(trained, 1, TinyNetworks.CROP, true, 1)) {
      trained.initialise(4);
      TinyNetworks.train(trained, batch, 2, 1e-2);
      reader.restore(trained.state());
      assertTrue(TinyNetworks.same(trained.weights(), reader.weights()));
    }
  }

  @Test
  void aMissingWeightIsRefused() {
    refused(state -> state.remove(KERNEL), KERNEL);
  }

  @Test
  void anUnknownWeightIsRefused() {
    refused(state -> state.put("head/other", state.get(KERNEL)), "head/other");
  }

  @Test
  void aWeightOfAnotherShapeIsRefused() {
    refused(
        state -> {
          float[] values = state.get(KERNEL).values();
          state.put(KERNEL, new WeightTensor(new long[] {values.length, 1}, values));
        },
        KERNEL);
    String moment = "adam/m/" + KERNEL;
    refused(state -> state.put(moment, new WeightTensor(new long[] {1}, new float[1])), moment);
  }

  private static void refused(Consumer<Map<String, WeightTensor>> damage, String named) {
    try (Network network = TinyNetworks.trainable(TinyNetworks.architecture(Backbone.SEG_NET));
        Network other = TinyNetworks.trainable(TinyNetworks.architecture(Backbone.SEG_NET))) {
      network.initialise(4);
      other.initialise(5);
      Map<String, WeightTensor> before = network.state();
      Map<String, WeightTensor> state = new LinkedHashMap<>(other.state());
      damage.accept(state);
      String message =
          assertThrows(IllegalArgumentException.class, () -> network.restore(state)).getMessage();
      assertTrue(message.contains(named), message);
      assertTrue(TinyNetworks.same(before, network.state()), "some weights changed");
    }
  }
}
