/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.EdgeStream.Attention;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat64;

/** What a gate's attention makes of maps of any size of numbers. */
class EdgeGatedLayerTest {
  private static final long[] SHAPE = {1, 4, 5, 6, 8};

  @Test
  void normalisedAttentionDoesNotFollowTheSizeOfTheNumbers() {
    double[] small = attention(Attention.NORMALISED, 1);
    double[] large = attention(Attention.NORMALISED, 1000);
    assertEquals(4 * 5 * 6, small.length);
    assertArrayEquals(small, large, 1e-4);
    assertTrue(saturated(large) == 0, Arrays.toString(large));
    assertTrue(Arrays.stream(large).distinct().count() > 100, "attention is constant");
  }

  @Test
  void plainAttentionSaturates() {
    assertTrue(saturated(attention(Attention.PLAIN, 1000)) > 100);
  }

  private static long saturated(double[] attention) {
    return Arrays.stream(attention).filter(a -> a < 1e-3 || a > 1 - 1e-3).count();
  }

  /** The attention of a layer as it starts, over random maps of numbers up to a size. */
  private static double[] attention(Attention form, double size) {
    EdgeStream settings =
        new EdgeStream(EdgeStream.Fusion.ZERO_START, true, 0, EdgeStream.Stop.NONE, form);
    try (Graph graph = new Graph();
        Session session = new Session(graph, false)) {
      GraphOps ops = new GraphOps(Ops.create(graph), TFloat64.class);
      Weights weights = new Weights(ops);
      Random random = new Random(7);
      Node attention =
          EdgeGatedLayer.build(
                  new Layers(ops, weights.reader(ops), "", false),
                  "gate",
                  map(ops, random, size),
                  map(ops, random, size),
                  settings)
              .attention()
              .orElseThrow();
      weights
          .byName()
          .forEach(
              (name, weight) -> {
                float[] start = weight.draw(name, 1);
                double[] values = new double[start.length];
                for (int i = 0; i < start.length; i++) {
                  values[i] = start[i];
                }
                session.run(
                    ops.tf()
                        .assignVariableOp(weight.handle(), ops.constant(values, weight.shape())));
              });
      try (Tensor result = session.runner().fetch(attention.value()).run().get(0)) {
        double[] values = new double[(int) result.size()];
        result.asRawTensor().data().asDoubles().read(values);
        return values;
      }
    }
  }

  private static Node map(GraphOps ops, Random random, double size) {
    double[] values = random.doubles(4 * 5 * 6 * 8, -size, size).toArray();
    return Node.constant(ops.constant(values, SHAPE), SHAPE);
  }
}
