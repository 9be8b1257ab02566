/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcnn.engine.Batch;
import org.egcnn.engine.Network;
import org.egcnn.engine.PartGradient;
import org.egcnn.engine.PartGradient.Part;
import org.egcnn.engine.Prediction;
import org.egcnn.engine.StepLosses;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.WeightTensor;
import org.junit.jupiter.api.Test;

/** Attention maps, and the gradients of the parts of the loss. */
class InspectedNetworkTest {
  private static final StepSettings STEP = new StepSettings(0, 0, 5);

  private static Architecture stream(EdgeStream.Stop stop) {
    return TinyNetworks.architecture(
        Backbone.SEG_NET,
        true,
        Optional.of(
            new EdgeStream(
                EdgeStream.Fusion.PLAIN, true, 0, stop, EdgeStream.Attention.NORMALISED)));
  }

  private static Batch balls(Network network) {
    return TinyNetworks.balls(network, 2, TinyNetworks.CROP, true, 3);
  }

  @Test
  void partsAddUpToTheLossAndChangeNothing() {
    try (Network network = TinyNetworks.trainable(stream(EdgeStream.Stop.NONE));
        Batch batch = balls(network)) {
      network.initialise(2);
      Map<String, WeightTensor> before = network.state();
      List<PartGradient> parts = network.gradients(batch, STEP);
      assertTrue(TinyNetworks.same(before, network.state()));
      assertEquals(List.of(Part.values()), parts.stream().map(PartGradient::part).toList());
      StepLosses losses = network.step(batch, STEP);
      assertEquals(losses.semantic(), parts.get(0).loss(), 1e-5);
      assertEquals(losses.edge(), parts.get(1).loss() + parts.get(2).loss(), 1e-5);
      assertEquals(losses.consistency(), parts.get(3).loss(), 1e-5);
      assertEquals(1, parts.get(0).cosine(), 1e-4);
      for (PartGradient part : parts) {
        assertTrue(part.main() > 0 && part.edge() > 0 && part.head() > 0, part.toString());
        assertTrue(Math.abs(part.cosine()) <= 1.0001, part.toString());
      }
    }
  }

  @Test
  void theNormsOfTheOnlyPartAreThoseOfTheStep() {
    LossSettings semantic = new LossSettings(0, 0, 0, 0.5, 0, 0, List.of(1.0, 1.0, 1.0));
    try (Network network = TinyNetworks.trainable(stream(EdgeStream.Stop.NONE), semantic);
        Batch batch = balls(network)) {
      network.initialise(2);
      List<PartGradient> parts = network.gradients(batch, STEP);
      assertEquals(1, parts.size());
      PartGradient only = parts.get(0);
      double norm = Math.hypot(only.main(), Math.hypot(only.edge(), only.head()));
      assertEquals(network.step(batch, STEP).gradientNorm(), norm, 1e-4 * norm);
    }
  }

  @Test
  void aStoppedGradientIsSeen() {
    try (Network network = TinyNetworks.trainable(stream(EdgeStream.Stop.BOTH));
        Batch batch = balls(network)) {
      network.initialise(2);
      List<PartGradient> parts = network.gradients(batch, STEP);
      assertEquals(0, parts.get(0).edge());
      assertTrue(parts.get(0).main() > 0);
      assertEquals(0, parts.get(1).main());
      assertEquals(0, parts.get(1).cosine());
      assertTrue(parts.get(1).edge() > 0);
    }
  }

  @Test
  void gatesComeBesideTheSamePrediction() {
    Architecture architecture = TinyNetworks.architecture(Backbone.SEG_NET);
    try (Network network = TinyNetworks.predicting(architecture);
        Batch batch = balls(network)) {
      network.initialise(2);
      float[] plain = TinyNetworks.probabilities(network, batch);
      try (Prediction prediction = network.predictWithGates(batch)) {
        float[] again = new float[plain.length];
        prediction.probabilities().get(again);
        assertArrayEquals(plain, again, 1e-6f);
        FloatBuffer gates = prediction.gates().orElseThrow();
        assertEquals(2, architecture.gates());
        assertEquals(2 * 2 * TinyNetworks.CROP.voxels(), gates.remaining());
        // the second gate sees half the resolution: neighbours along x are alike
        boolean finestDiffers = false;
        for (int i = 0; i < gates.remaining(); i += 4) {
          assertTrue(gates.get(i) >= 0 && gates.get(i) <= 1);
          assertEquals(gates.get(i + 1), gates.get(i + 3));
          finestDiffers |= gates.get(i) != gates.get(i + 2);
        }
        assertTrue(finestDiffers);
      }
      try (Prediction prediction = network.predict(batch)) {
        assertTrue(prediction.gates().isEmpty());
      }
    }
  }

  @Test
  void whatHasNoGatesGivesNone() {
    Optional<EdgeStream> open = Optional.of(new EdgeStream(EdgeStream.Fusion.PLAIN, false));
    Architecture architecture = TinyNetworks.architecture(Backbone.U_NET, true, open);
    try (Network network = TinyNetworks.predicting(architecture);
        Batch batch = balls(network)) {
      network.initialise(2);
      assertThrows(IllegalStateException.class, () -> network.predictWithGates(batch));
      assertThrows(IllegalStateException.class, () -> network.gradients(batch, STEP));
    }
  }
}
