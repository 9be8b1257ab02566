/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineException;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.engine.StepLosses;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

/** Training on several devices, which are parts of the processor here. */
class SeveralDevicesTest {
  private static final int STEPS = 12;

  @ParameterizedTest
  @CsvSource({"SEG_NET,true,2", "SEG_NET,true,3", "U_NET,false,2", "V_NET,true,2"})
  void learnLikeOneDevice(Backbone backbone, boolean exclusive, int batch) {
    Architecture architecture =
        TinyNetworks.architecture(backbone, exclusive, Optional.of(EdgeStream.standard()));
    List<StepLosses> one = losses(architecture, "cpu", batch);
    List<StepLosses> two = losses(architecture, "cpu:0,cpu:1", batch);
    for (int i = 0; i < STEPS; i++) {
      assertEquals(one.get(i).total(), two.get(i).total(), 1e-4, "step " + i);
      assertEquals(one.get(i).consistency(), two.get(i).consistency(), 1e-4, "step " + i);
    }
    assertTrue(one.get(STEPS - 1).total() < 0.95 * one.get(0).total(), "nothing was learnt");
  }

  private static List<StepLosses> losses(Architecture architecture, String device, int count) {
    EngineOptions options = new EngineOptions(1, device);
    try (Network network = TinyNetworks.trainable(architecture, options);
        Batch batch =
            TinyNetworks.balls(network, count, TinyNetworks.CROP, architecture.exclusive(), 4)) {
      network.initialise(1);
      return TinyNetworks.train(network, batch, STEPS, 5e-4);
    }
  }

  @Test
  void areCounted() {
    try (Network one = TinyNetworks.predicting(TinyNetworks.architecture(Backbone.SEG_NET));
        Network two =
            TinyNetworks.trainable(
                TinyNetworks.architecture(Backbone.SEG_NET), new EngineOptions(1, "cpu:0,cpu:1"))) {
      assertEquals(1, one.devices());
      assertEquals(2, two.devices());
    }
  }

  @Test
  void computeEquallyMuch() {
    try (Graph graph = new Graph()) {
      GraphOps anywhere = new GraphOps(Ops.create(graph), TFloat32.class);
      List<GraphOps> devices =
          Placement.of("cpu:0,cpu:1", List::of).devices().stream().map(anywhere::on).toList();
      Programs programs =
          new Programs(
              devices,
              anywhere,
              new Weights(devices.get(0)),
              TinyNetworks.architecture(Backbone.SEG_NET));
      programs.step(
          2, TinyNetworks.CROP, LossSettings.standard(), new Adam(), new WeightMean(), false);
      Map<String, Long> heavy =
          graph.toGraphDef().getNodeList().stream()
              .filter(node -> node.getOp().matches("Conv3D.*|BatchMatMul.*|Relu.*|AddN?"))
              .filter(node -> !node.getName().contains("Adam"))
              .collect(Collectors.groupingBy(NodeDef::getDevice, Collectors.counting()));
      assertEquals(2, heavy.size(), heavy.toString());
      long most = heavy.values().stream().mapToLong(n -> n).max().orElseThrow();
      long least = heavy.values().stream().mapToLong(n -> n).min().orElseThrow();
      // beside its half of the batch, the first device sums up gradients and losses
      assertTrue(least > 200 && most - least < 0.5 * least, heavy.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu:7", "tpu", "cpu:0,abacus", "gpus", "", "cpu:0,cpu:0"})
  void unknownDevicesAreNamed(String device) {
    EngineException e =
        assertThrows(EngineException.class, () -> Placement.of(device, () -> List.of("cpu:0")));
    assertTrue(
        e.getMessage().matches("there is no device '.*'; there are cpu:0|.* is named twice"),
        e.getMessage());
  }

  @Test
  void everyGraphicsCard() {
    Placement placement = Placement.of("gpus", () -> List.of("cpu:0", "gpu:0", "gpu:1"));
    assertEquals(List.of(0, 1), placement.devices().stream().map(DeviceSpec::deviceIndex).toList());
    assertTrue(placement.graphicsCards());
  }

  @Test
  void batchesAreDividedEvenly() {
    try (Graph graph = new Graph()) {
      GraphOps ops = new GraphOps(Ops.create(graph), TFloat32.class);
      assertEquals(
          List.of(3, 2, 2),
          BatchPart.divide(7, List.of(ops, ops, ops), ops).stream().map(BatchPart::count).toList());
      assertEquals(
          List.of(0, 3, 5),
          BatchPart.divide(7, List.of(ops, ops, ops), ops).stream().map(BatchPart::first).toList());
      assertEquals(1, BatchPart.divide(1, List.of(ops, ops), ops).size());
    }
  }
}
