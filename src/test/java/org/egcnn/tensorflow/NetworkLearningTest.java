/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.egcnn.engine.Batch;
import org.egcnn.engine.Network;
import org.egcnn.engine.StepLosses;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps lower the loss, whatever the network. */
class NetworkLearningTest {

  @ParameterizedTest
  @CsvSource({
    "SEG_NET,true,true", "SEG_NET,false,true", "SEG_NET,true,false", "SEG_NET,false,false",
    "U_NET,true,true", "U_NET,false,true", "U_NET,true,false", "U_NET,false,false",
    "V_NET,true,true", "V_NET,false,true", "V_NET,true,false", "V_NET,false,false"
  })
  void everyNetworkLearns(Backbone backbone, boolean stream, boolean exclusive) {
    Optional<EdgeStream> edge = stream ? Optional.of(EdgeStream.standard()) : Optional.empty();
    StepLosses last =
        learns(TinyNetworks.architecture(backbone, exclusive, edge), LossSettings.standard());
    assertEquals(stream, last.edge() > 0);
    assertEquals(stream, last.consistency() > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0.5,0.1,true,ZERO_START", "1,0,0.1,true,ZERO_START", "1,0.5,0,true,ZERO_START",
    "0,0,0,true,PLAIN", "1,0.5,0.1,false,ZERO_START", "1,0.5,0.1,true,PLAIN",
    "1,0.5,0.1,true,CONVOLVED"
  })
  void ablationsLearn(
      double dice, double entropy, double consistency, boolean gated, EdgeStream.Fusion fusion) {
    LossSettings losses =
        new LossSettings(dice, entropy, consistency, 0.5, 0, 1e-5, List.of(1.0, 1.0, 1.0));
    Architecture architecture =
        TinyNetworks.architecture(
            Backbone.SEG_NET, true, Optional.of(new EdgeStream(fusion, gated)));
    StepLosses last = learns(architecture, losses);
    assertEquals(dice + entropy > 0, last.edge() > 0);
    assertEquals(consistency > 0, last.consistency() > 0);
  }

  private static StepLosses learns(Architecture architecture, LossSettings losses) {
    try (Network network = TinyNetworks.trainable(architecture, losses)) {
      network.initialise(2);
      boolean exclusive = architecture.exclusive();
      try (Batch batch = TinyNetworks.balls(network, 2, TinyNetworks.CROP, exclusive, 3)) {
        StepLosses first = TinyNetworks.train(network, batch, 20, 5e-3).get(0);
        StepLosses last = network.step(batch, new StepSettings(0, 0, 0));
        assertTrue(last.isFinite());
        assertEquals(
            last.semantic() + last.edge() + last.consistency(), last.total(), 1e-5, "the parts");
        assertTrue(last.total() < 0.85 * first.total(), first + " then " + last);
        return last;
      }
    }
  }

  @Test
  void theStreamIsTrainedWithoutItsLosses() {
    LossSettings none = new LossSettings(0, 0, 0, 0.5, 0, 0, List.of(1.0, 1.0, 1.0));
    Optional<EdgeStream> plain = Optional.of(new EdgeStream(EdgeStream.Fusion.PLAIN, true));
    Architecture architecture = TinyNetworks.architecture(Backbone.SEG_NET, true, plain);
    try (Network network = TinyNetworks.trainable(architecture, none)) {
      network.initialise(2);
      var before = network.weights();
      try (Batch batch = TinyNetworks.balls(network, 1, TinyNetworks.CROP, true, 3)) {
        TinyNetworks.train(network, batch, 1, 1e-2);
      }
      var after = network.weights();
      String gate = "edge/gate0/edge/kernel";
      assertTrue(before.get(gate).values()[0] != after.get(gate).values()[0]);
      // nothing reads the edge head then
      String head = "head/edges/kernel";
      assertEquals(before.get(head).values()[0], after.get(head).values()[0]);
    }
  }

  @Test
  void edgeLossesCountByTheirShare() {
    try (Network network = TinyNetworks.trainable(TinyNetworks.architecture(Backbone.SEG_NET));
        Batch batch = TinyNetworks.balls(network, 1, TinyNetworks.CROP, true, 3)) {
      network.initialise(2);
      StepLosses whole = network.step(batch, new StepSettings(0, 0, 5, 0, 1));
      // the noise follows from the step's number too
      network.initialise(2);
      StepLosses part = network.step(batch, new StepSettings(0, 0, 5, 0, 0.25));
      StepLosses none = network.step(batch, new StepSettings(0, 0, 5, 0, 0));
      assertTrue(whole.edge() > 0.1 && whole.consistency() > 0);
      assertEquals(0.25 * whole.edge(), part.edge(), 1e-6);
      assertEquals(0.25 * whole.consistency(), part.consistency(), 1e-6);
      assertEquals(whole.semantic() + part.edge() + part.consistency(), part.total(), 1e-6);
      assertEquals(0, none.edge());
      assertEquals(whole.semantic(), none.total(), 1e-6);
      assertTrue(part.gradientNorm() < whole.gradientNorm());
    }
  }

  @Test
  void whatOnlyPredictsCannotLearn() {
    try (Network network = TinyNetworks.predicting(TinyNetworks.architecture(Backbone.U_NET));
        Batch batch = network.allocate(1, TinyNetworks.CROP)) {
      network.initialise(1);
      assertThrows(
          IllegalStateException.class, () -> network.step(batch, new StepSettings(1, 0, 0)));
    }
  }
}
