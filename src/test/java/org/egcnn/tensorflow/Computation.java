/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.nio.FloatBuffer;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;

/** Operations on constants in float32, computed by TensorFlow. */
final class Computation implements AutoCloseable {
  private final Graph graph = new Graph();
  private final Session session = new Session(graph, false);
  private final GraphOps ops = new GraphOps(Ops.create(graph), TFloat32.class);

  GraphOps ops() {
    return ops;
  }

  /** A constant in row-major order. */
  Node constant(double[] values, long... shape) {
    return Node.constant(ops.constant(values, shape), shape);
  }

  /** The elements of a tensor in row-major order. */
  float[] run(Operand<TFloating> wanted) {
    try (Result result = session.runner().fetch(wanted).run()) {
      FloatBuffer buffer = TensorMemory.bytes(result.get(0)).asFloatBuffer();
      float[] values = new float[buffer.remaining()];
      buffer.get(values);
      return values;
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
