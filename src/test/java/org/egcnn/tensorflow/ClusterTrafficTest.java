/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.LossSettings;
import org.junit.jupiter.api.Test;
import org.tensorflow.DeviceSpec;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

/** What a step sends from process to process, read off its graph. */
class ClusterTrafficTest {
  private static final int PROCESSES = 3;

  /** A tensor that a device needs from another: it is sent once, however many operations use it. */
  private record Sent(String tensor, String from, String to) {}

  @Test
  void onlyCropsWeightsGradientsAndSumsTravel() {
    Architecture architecture = TinyNetworks.architecture(Backbone.SEG_NET);
    try (Graph graph = new Graph()) {
      GraphOps anywhere = new GraphOps(Ops.create(graph), TFloat32.class);
      List<GraphOps> devices =
          IntStream.range(0, PROCESSES).mapToObj(task -> anywhere.on(device(task))).toList();
      Weights weights = new Weights(devices.get(0));
      new Programs(devices, devices.get(0), weights, architecture)
          .step(
              PROCESSES,
              TinyNetworks.CROP,
              LossSettings.standard(),
              new Adam(),
              new WeightMean(),
              false);
      long parameters = weights.byName().values().stream().mapToLong(Weights.Weight::size).sum();
      long voxels = TinyNetworks.CROP.voxels();

      Map<String, Long> bytes = new TreeMap<>();
      for (Sent sent : sent(graph)) {
        assertTrue(sent.from().contains("task:0") || sent.to().contains("task:0"), sent.toString());
        bytes.merge(sent.from() + " > " + sent.to(), bytes(graph, sent.tensor()), Long::sum);
      }
      assertEquals(2 * (PROCESSES - 1), bytes.size(), bytes.toString());
      bytes.forEach(
          (way, sum) -> {
            long crop =
                way.startsWith(device(0).toString())
                    ? voxels * (4L * architecture.inputChannels() + 1)
                    : 0;
            // beside them, a few numbers a class
            assertEquals(4 * parameters + crop, sum, 400, way);
          });
    }
  }

  private static DeviceSpec device(int task) {
    return DeviceSpec.newBuilder()
        .job("worker")
        .replica(0)
        .task(task)
        .deviceType(DeviceSpec.DeviceType.CPU)
        .deviceIndex(0)
        .build();
  }

  private static Set<Sent> sent(Graph graph) {
    Map<String, String> devices = new TreeMap<>();
    List<NodeDef> nodes = graph.toGraphDef().getNodeList();
    nodes.forEach(node -> devices.put(node.getName(), node.getDevice()));
    Set<Sent> sent = new HashSet<>();
    for (NodeDef node : nodes) {
      for (String input : new ArrayList<>(node.getInputList())) {
        String from = devices.get(input.replaceAll("^\\^|:\\d+$", ""));
        if (!input.startsWith("^") && !from.equals(node.getDevice())) {
          sent.add(new Sent(input, from, node.getDevice()));
        }
      }
    }
    return sent;
  }

  private static long bytes(Graph graph, String tensor) {
    String[] parts = tensor.split(":");
    int index = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    Output<?> output = graph.operation(parts[0]).output(index);
    int size =
        switch (output.dataType()) {
          case DT_UINT8 -> 1;
          case DT_FLOAT, DT_INT32 -> 4;
          case DT_DOUBLE, DT_INT64 -> 8;
          default -> throw new AssertionError(tensor + " is a " + output.dataType());
        };
    return size * output.shape().size();
  }
}
