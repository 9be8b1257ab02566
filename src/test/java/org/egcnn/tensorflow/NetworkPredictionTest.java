/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineException;
import org.egcnn.engine.Network;
import org.egcnn.engine.Prediction;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Predictions of any size and count, and the memory they live in. */
class NetworkPredictionTest {

  @ParameterizedTest
  @EnumSource
  void theSizesSeenBeforeDoNotMatter(Backbone backbone) {
    Architecture architecture = TinyNetworks.architecture(backbone);
    try (Network network = TinyNetworks.trainable(architecture);
        Network other = TinyNetworks.predicting(architecture)) {
      network.initialise(1);
      try (Batch batch = TinyNetworks.balls(network, 1, TinyNetworks.CROP, true, 2)) {
        TinyNetworks.train(network, batch, 3, 1e-2);
      }
      other.restore(network.weights());
      Size small = new Size(4, 4, 4);
      Size large = new Size(12, 8, 16);
      float[] smallFirst = predict(network, 1, small);
      float[] largeLast = predict(network, 3, large);
      assertEquals(small.voxels() * 3, smallFirst.length);
      assertEquals(3 * large.voxels() * 3, largeLast.length);
      assertArrayEquals(largeLast, predict(other, 3, large), 1e-5f);
      assertArrayEquals(smallFirst, predict(other, 1, small), 1e-5f);
      assertArrayEquals(smallFirst, predict(network, 1, small), 1e-5f);
    }
  }

  private static float[] predict(Network network, int count, Size size) {
    try (Batch batch = TinyNetworks.balls(network, count, size, true, 2)) {
      return TinyNetworks.probabilities(network, batch);
    }
  }

  @ParameterizedTest
  @EnumSource
  void cropsOfABatchDoNotSeeEachOther(Backbone backbone) {
    Size size = TinyNetworks.CROP;
    try (Network network = TinyNetworks.predicting(TinyNetworks.architecture(backbone));
        Batch both = TinyNetworks.balls(network, 2, size, true, 2);
        Batch one = network.allocate(1, size)) {
      network.initialise(1);
      // of quite different contrast, which shared statistics would mix
      int half = both.images().capacity() / 2;
      for (int i = 0; i < half; i++) {
        both.images().put(i, 20 * both.images().get(i) + 5);
      }
      float[] probabilities = TinyNetworks.probabilities(network, both);
      float[] edges = TinyNetworks.edges(network, both);
      for (int n = 0; n < 2; n++) {
        for (int i = 0; i < half; i++) {
          one.images().put(i, both.images().get(n * half + i));
        }
        assertArrayEquals(part(probabilities, n), TinyNetworks.probabilities(network, one), 1e-5f);
        assertArrayEquals(part(edges, n), TinyNetworks.edges(network, one), 1e-5f);
      }
    }
  }

  private static float[] part(float[] values, int n) {
    int half = values.length / 2;
    return Arrays.copyOfRange(values, n * half, (n + 1) * half);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void probabilitiesAreProbabilities(boolean exclusive) {
    Architecture architecture =
        TinyNetworks.architecture(Backbone.U_NET, exclusive, Optional.of(EdgeStream.standard()));
    try (Network network = TinyNetworks.predicting(architecture);
        Batch batch = TinyNetworks.balls(network, 1, TinyNetworks.CROP, exclusive, 2)) {
      network.initialise(1);
      float[] probabilities = TinyNetworks.probabilities(network, batch);
      int channels = exclusive ? 3 : 2;
      assertEquals(TinyNetworks.CROP.voxels() * channels, probabilities.length);
      double furthest = 0;
      for (int i = 0; i < probabilities.length; i += channels) {
        double sum = 0;
        for (int c = 0; c < channels; c++) {
          assertTrue(probabilities[i + c] >= 0 && probabilities[i + c] <= 1);
          sum += probabilities[i + c];
        }
        furthest = Math.max(furthest, Math.abs(sum - 1));
      }
      assertEquals(exclusive, furthest < 1e-5, "the sum is off 1 by " + furthest);
      assertEquals(TinyNetworks.CROP.voxels() * 2, TinyNetworks.edges(network, batch).length);
    }
  }

  @Test
  void withoutAnEdgeStreamThereAreNoEdges() {
    Architecture architecture = TinyNetworks.architecture(Backbone.SEG_NET, true, Optional.empty());
    try (Network network = TinyNetworks.predicting(architecture);
        Batch batch = TinyNetworks.balls(network, 1, TinyNetworks.CROP, true, 2)) {
      network.initialise(1);
      try (Prediction prediction = network.predict(batch)) {
        assertTrue(prediction.edges().isEmpty());
      }
    }
  }

  @Test
  void aBatchsBuffersAreTheTensorsMemory() {
    try (TensorBatch batch = new TensorBatch(2, new Size(4, 4, 6), 3)) {
      assertEquals(2 * 4 * 4 * 6 * 3, batch.images().capacity());
      assertEquals(2 * 4 * 4 * 6, batch.labels().capacity());
      batch.images().put((((1 * 4 + 2) * 4 + 3) * 6 + 5) * 3 + 1, 7.5f);
      assertEquals(7.5f, batch.imageTensor().getFloat(1, 2, 3, 5, 1));
      batch.labels().put(((1 * 4 + 2) * 4 + 3) * 6 + 4, (byte) 200);
      assertEquals(200, batch.labelTensor().getByte(1, 2, 3, 4) & 0xFF);
      batch.imageTensor().setFloat(-2, 0, 0, 0, 0, 2);
      assertEquals(-2, batch.images().get(2));
    }
  }

  @Test
  void sidesMustBeMultiplesOfTheStep() {
    try (Network network = TinyNetworks.trainable(TinyNetworks.architecture(Backbone.SEG_NET));
        Batch batch = network.allocate(1, new Size(8, 8, 10))) {
      network.initialise(1);
      String message =
          assertThrows(IllegalArgumentException.class, () -> network.predict(batch)).getMessage();
      assertTrue(message.contains("8x8x10") && message.contains("4"), message);
      assertThrows(
          IllegalArgumentException.class, () -> network.step(batch, new StepSettings(1, 0, 0)));
    }
  }

  @Test
  void aBatchOfOtherChannelsIsRefused() {
    Architecture one = new Architecture(Backbone.SEG_NET, 1, 2, true, 4, 3, 3, Optional.empty());
    try (Network network = TinyNetworks.predicting(TinyNetworks.architecture(Backbone.SEG_NET));
        Network other = TinyNetworks.predicting(one);
        Batch batch = other.allocate(1, TinyNetworks.CROP)) {
      network.initialise(1);
      assertThrows(EngineException.class, () -> network.predict(batch));
    }
  }

  @Test
  void anUnsetNetworkSaysSo() {
    try (Network network = TinyNetworks.predicting(TinyNetworks.architecture(Backbone.SEG_NET));
        Batch batch = network.allocate(1, TinyNetworks.CROP)) {
      assertThrows(EngineException.class, () -> network.predict(batch));
      assertThrows(EngineException.class, network::weights);
    }
  }

  @Test
  void whatIsClosedLeavesTheRestAlive() {
    Architecture architecture = TinyNetworks.architecture(Backbone.V_NET);
    Network network = TinyNetworks.predicting(architecture);
    network.initialise(1);
    Batch batch = TinyNetworks.balls(network, 1, TinyNetworks.CROP, true, 2);
    float[] expected = TinyNetworks.probabilities(network, batch);
    Prediction prediction = network.predict(batch);
    assertDoesNotThrow(batch::close);
    assertDoesNotThrow(network::close);
    float[] kept = new float[expected.length];
    prediction.probabilities().get(kept);
    assertArrayEquals(expected, kept);
    assertDoesNotThrow(prediction::close);
    // another network of the same names has its own weights
    try (Network next = TinyNetworks.predicting(architecture);
        Batch unset = next.allocate(1, TinyNetworks.CROP)) {
      assertThrows(EngineException.class, () -> next.predict(unset));
    }
  }
}
