/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.egcnn.engine.PartGradient.Part;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.EdgeStream.Stop;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TFloating;

/** Which weights a part of the loss teaches where gradients between the streams are stopped. */
class StoppedGradientsTest {

  @ParameterizedTest
  @CsvSource({
    "NONE,edge head main,edge head main",
    "INTO_MAIN,edge head main,edge head",
    "INTO_EDGE,head main,edge head main",
    "BOTH,head main,edge head"
  })
  void teach(Stop stop, String bySegmentation, String byEdges) {
    for (Backbone backbone : Backbone.values()) {
      boolean[] recomputations =
          backbone == Backbone.SEG_NET ? new boolean[] {false, true} : new boolean[1];
      for (boolean recompute : recomputations) {
        EdgeStream stream =
            new EdgeStream(EdgeStream.Fusion.PLAIN, true, 0, stop, EdgeStream.Attention.NORMALISED);
        try (Graph graph = new Graph()) {
          GraphOps ops = new GraphOps(Ops.create(graph), TFloat32.class);
          Architecture architecture =
              TinyNetworks.architecture(backbone, true, Optional.of(stream));
          Weights.Reader reader = new Weights(ops).reader(ops);
          TotalLoss loss = loss(ops, architecture, reader, recompute);
          String where = backbone + " " + recompute;
          assertEquals(bySegmentation, taught(ops, loss.semantic(), reader), where);
          assertEquals(
              bySegmentation, taught(ops, loss.consistency().orElseThrow(), reader), where);
          for (Part edge : List.of(Part.EDGE_DICE, Part.EDGE_CROSS_ENTROPY)) {
            assertEquals(byEdges, taught(ops, loss.parts().get(edge), reader), where);
          }
          Set<Node> all = ReverseMode.gradients(ops, loss.total()).keySet();
          assertTrue(all.containsAll(reader.nodes().values()), where + " leaves weights out");
        }
      }
    }
  }

  /** The first parts of the names of the weights that a loss has a gradient for. */
  private static String taught(GraphOps ops, Node loss, Weights.Reader reader) {
    Map<Node, Operand<TFloating>> gradients = ReverseMode.gradients(ops, loss);
    Set<String> parts = new TreeSet<>();
    reader
        .nodes()
        .forEach(
            (name, node) -> {
              if (gradients.containsKey(node)) {
                parts.add(name.substring(0, name.indexOf('/')));
              }
            });
    return String.join(" ", parts);
  }

  private static TotalLoss loss(
      GraphOps ops, Architecture architecture, Weights.Reader reader, boolean recompute) {
    Size size = TinyNetworks.CROP;
    long[] shape = {1, size.depth(), size.height(), size.width(), 2};
    Node image = Node.constant(ops.tf().fill(ops.ints(shape), ops.constant(1)), shape);
    EdgeGatedNetwork.Outputs outputs =
        EdgeGatedNetwork.build(new Layers(ops, reader, "", recompute), image, architecture);
    Operand<TUint8> labels =
        ops.tf()
            .dtypes
            .cast(
                ops.tf()
                    .fill(ops.ints(1, size.depth(), size.height(), size.width()), ops.constant(1)),
                TUint8.class);
    Reference reference = Reference.of(ops, architecture, labels, outputs.logits().shape());
    TotalLoss.Part part = new TotalLoss.Part(ops, outputs, reference, Optional.empty());
    return TotalLoss.build(
        ops, architecture, LossSettings.standard(), List.of(part), ops.constant(1));
  }
}
