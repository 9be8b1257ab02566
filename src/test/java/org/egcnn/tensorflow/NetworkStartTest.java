/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcnn.engine.Batch;
import org.egcnn.engine.Network;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.WeightTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a network starts. */
class NetworkStartTest {

  @ParameterizedTest
  @EnumSource
  void theSeedDecides(Backbone backbone) {
    try (Network a = TinyNetworks.trainable(TinyNetworks.architecture(backbone));
        Network b = TinyNetworks.predicting(TinyNetworks.architecture(backbone))) {
      a.initialise(5);
      b.initialise(5);
      assertTrue(TinyNetworks.same(a.weights(), b.weights()));
      b.initialise(6);
      assertFalse(TinyNetworks.same(a.weights(), b.weights()));
      long values = a.weights().values().stream().mapToLong(w -> w.values().length).sum();
      assertEquals(values, a.parameters());
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachLayerDrawsItsOwn(Backbone backbone) {
    try (Network network = TinyNetworks.predicting(TinyNetworks.architecture(backbone))) {
      network.initialise(5);
      Set<Float> first = new HashSet<>();
      int kernels = 0;
      for (Map.Entry<String, WeightTensor> weight : network.weights().entrySet()) {
        float[] values = weight.getValue().values();
        String name = weight.getKey();
        if (name.equals("head/edge/kernel") || name.endsWith("bias") || name.endsWith("offset")) {
          assertArrayEquals(new float[values.length], values, name);
        } else if (name.endsWith("gain")) {
          float[] ones = new float[values.length];
          Arrays.fill(ones, 1);
          assertArrayEquals(ones, values, name);
        } else {
          kernels++;
          first.add(values[0]);
        }
      }
      assertTrue(kernels > 10);
      assertEquals(kernels, first.size(), "layers with the same start value");
    }
  }

  @Test
  void kernelsHaveTheDeviationOfHe() {
    Architecture wide = new Architecture(Backbone.U_NET, 2, 2, true, 16, 3, 3, Optional.empty());
    try (Network network = TinyNetworks.predicting(wide)) {
      network.initialise(3);
      WeightTensor kernel = network.weights().get("main/encoder/level1/conv2/kernel");
      assertArrayEquals(new long[] {3, 3, 3, 32, 32}, kernel.shape());
      double sum = 0;
      double squares = 0;
      for (float value : kernel.values()) {
        sum += value;
        squares += value * value;
      }
      int n = kernel.values().length;
      double deviation = Math.sqrt(2.0 / (27 * 32));
      // of 27648 draws the mean's deviation is 0.6 %, the deviation's 0.43 %
      assertEquals(0, sum / n / deviation, 0.03);
      assertEquals(1, Math.sqrt(squares / n) / deviation, 0.02);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theEdgeStreamStartsWithoutAnEffectOnTheSegmentation(Backbone backbone) {
    Architecture alone = TinyNetworks.architecture(backbone, true, Optional.empty());
    assertArrayEquals(
        start(alone), start(TinyNetworks.architecture(backbone)), 1e-6f, "zero start");
    Optional<EdgeStream> plain = Optional.of(new EdgeStream(EdgeStream.Fusion.PLAIN, true));
    assertFalse(
        Arrays.equals(start(alone), start(TinyNetworks.architecture(backbone, true, plain))));
  }

  private static float[] start(Architecture architecture) {
    try (Network network = TinyNetworks.predicting(architecture)) {
      network.initialise(11);
      try (Batch batch = TinyNetworks.balls(network, 1, TinyNetworks.CROP, true, 1)) {
        return TinyNetworks.probabilities(network, batch);
      }
    }
  }
}
