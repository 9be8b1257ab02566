/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcnn.engine.Batch;
import org.egcnn.engine.Network;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.WeightTensor;
import org.junit.jupiter.api.Test;

/** The mean of the weights over the steps. */
class WeightMeanTest {
  private static final Architecture ARCHITECTURE = TinyNetworks.architecture(Backbone.SEG_NET);
  private static final double DECAY = 0.6;

  private static Batch balls(Network network) {
    return TinyNetworks.balls(network, 1, TinyNetworks.CROP, true, 1);
  }

  private static double step(Network network, Batch batch, int seed, double decay) {
    return network.step(batch, new StepSettings(1e-2, 0, seed, decay, 1)).total();
  }

  @Test
  void isTheExponentialMeanOfTheWeightsAfterEachStep() {
    try (Network network = TinyNetworks.trainable(ARCHITECTURE);
        Batch batch = balls(network)) {
      network.initialise(4);
      // two steps before the mean begins have no share in it
      TinyNetworks.train(network, batch, 2, 1e-2);
      List<Map<String, WeightTensor>> after = new ArrayList<>();
      for (int n = 1; n <= 3; n++) {
        step(network, batch, n, DECAY);
        after.add(network.state());
        Map<String, WeightTensor> mean = network.weights();
        for (String name : mean.keySet()) {
          double[] expected = new double[mean.get(name).values().length];
          double shares = 0;
          for (int k = 0; k < n; k++) {
            double share = Math.pow(DECAY, n - 1 - k);
            shares += share;
            float[] weights = after.get(k).get(name).values();
            for (int i = 0; i < expected.length; i++) {
              expected[i] += share * weights[i];
            }
          }
          double sum = shares;
          float[] values = mean.get(name).values();
          for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i] / sum, values[i], 1e-6, name);
          }
        }
      }
    }
  }

  @Test
  void hasAWeightThatNoLossReaches() {
    LossSettings none = new LossSettings(0, 0, 0, 0.5, 0, 0, List.of(1.0, 1.0, 1.0));
    try (Network network = TinyNetworks.trainable(ARCHITECTURE, none);
        Batch batch = balls(network)) {
      network.initialise(4);
      String kernel = "head/edges/kernel";
      float[] start = network.weights().get(kernel).values();
      step(network, batch, 1, DECAY);
      step(network, batch, 2, DECAY);
      assertArrayEquals(start, network.weights().get(kernel).values(), 1e-6f);
    }
  }

  @Test
  void predictsWhatIsHandedOut() {
    try (Network network = TinyNetworks.trainable(ARCHITECTURE);
        Network reader = TinyNetworks.predicting(ARCHITECTURE);
        Batch batch = balls(network)) {
      network.initialise(4);
      for (int i = 0; i < 4; i++) {
        step(network, batch, i, DECAY);
      }
      reader.restore(network.weights());
      float[] mean = TinyNetworks.probabilities(network, batch);
      assertArrayEquals(TinyNetworks.probabilities(reader, batch), mean, 1e-6f);
      reader.restore(network.state());
      assertFalse(Arrays.equals(TinyNetworks.probabilities(reader, batch), mean));
    }
  }

  @Test
  void trainingGoesOnFromTheWeightsAndExactlyWhenRestored() {
    try (Network plain = TinyNetworks.trainable(ARCHITECTURE);
        Network first = TinyNetworks.trainable(ARCHITECTURE);
        Network second = TinyNetworks.trainable(ARCHITECTURE);
        Batch batch = balls(first)) {
      plain.initialise(4);
      first.initialise(4);
      for (int i = 0; i < 3; i++) {
        assertEquals(step(plain, batch, i, 0), step(first, batch, i, DECAY));
      }
      second.restore(first.state());
      for (int i = 3; i < 6; i++) {
        step(first, batch, i, DECAY);
        step(second, batch, i, DECAY);
      }
      assertTrue(TinyNetworks.same(first.state(), second.state()));
      assertTrue(TinyNetworks.same(first.weights(), second.weights()));
      assertFalse(TinyNetworks.same(first.weights(), plain.weights()));
    }
  }

  @Test
  void endsWithAStepThatAsksForNone() {
    Architecture plain =
        TinyNetworks.architecture(Backbone.U_NET, true, Optional.<EdgeStream>empty());
    try (Network network = TinyNetworks.trainable(plain);
        Batch batch = balls(network)) {
      network.initialise(4);
      step(network, batch, 1, DECAY);
      step(network, batch, 2, DECAY);
      step(network, batch, 3, 0);
      Map<String, WeightTensor> weights = network.weights();
      Map<String, WeightTensor> state = network.state();
      weights.forEach((name, w) -> assertArrayEquals(w.values(), state.get(name).values(), name));
      assertTrue(state.keySet().stream().noneMatch(name -> name.startsWith(WeightMean.PREFIX)));
      // the next one begins a new mean, of which the old one is no part
      step(network, batch, 4, DECAY);
      Map<String, WeightTensor> begun = network.state();
      network
          .weights()
          .forEach((name, w) -> assertArrayEquals(w.values(), begun.get(name).values(), name));
    }
  }
}
