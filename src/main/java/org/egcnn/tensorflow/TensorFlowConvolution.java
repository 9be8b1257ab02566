/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.egcnn.engine.ConvolutionProbe;
import org.egcnn.engine.EngineException;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.model.Size;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;

/** One convolution in a graph of its own. Fed tensors are used in place, results are dropped. */
final class TensorFlowConvolution implements ConvolutionProbe {
  private final Graph graph = new Graph();
  private final Session session;
  private final GraphOps ops;
  private final List<Fed> fed = new ArrayList<>();
  private final Operand<TFloating> result;

  /** A placeholder and what it is fed. */
  private record Fed(Operand<TFloating> placeholder, Tensor value) {}

  TensorFlowConvolution(
      ConvolutionProbe.Shape shape, Pass pass, Precision precision, ConfigProto configuration) {
    session = new Session(graph, false, configuration);
    ops =
        new GraphOps(
            Ops.create(graph), precision == Precision.BFLOAT16 ? TBfloat16.class : TFloat32.class);
    Size size = shape.size();
    Node x = operand(shape.count(), size.depth(), size.height(), size.width(), shape.in());
    Node y = convolution(x, shape);
    result =
        switch (pass) {
          case FORWARD -> y.value();
          case TO_INPUT -> y.backward().apply(operand(y.shape()).value()).get(0);
          case TO_KERNEL -> y.backward().apply(operand(y.shape()).value()).get(1);
        };
  }

  /** As networks have it. */
  private Node convolution(Node x, ConvolutionProbe.Shape shape) {
    int side = shape.kernel();
    if (shape.resizing() == Resizing.DOUBLING) {
      return Convolution.transposed(ops, x, operand(side, side, side, shape.out(), shape.in()));
    }
    if (side == 1) {
      return Convolution.pointwise(ops, x, operand(shape.in(), shape.out()));
    }
    return Convolution.apply(
        ops,
        x,
        operand(side, side, side, shape.in(), shape.out()),
        shape.resizing() == Resizing.HALVING ? 2 : 1);
  }

  private Node operand(long... shape) {
    Operand<TFloating> placeholder =
        ops.tf().placeholder(ops.type(), Placeholder.shape(org.tensorflow.ndarray.Shape.of(shape)));
    fed.add(new Fed(placeholder, filled(ops.type(), shape)));
    return Node.leaf(placeholder, shape);
  }

  private static Tensor filled(Class<? extends TFloating> type, long[] shape) {
    Tensor tensor = Tensor.of(type, org.tensorflow.ndarray.Shape.of(shape));
    ByteBuffer bytes = TensorMemory.bytes(tensor);
    boolean half = type == TBfloat16.class;
    for (int i = 0; bytes.hasRemaining(); i++) {
      int bits = Float.floatToRawIntBits((i % 7 - 3) / 8f);
      if (half) {
        // these numbers have no more than bfloat16's 8 significant bits
        bytes.putShort((short) (bits >>> 16));
      } else {
        bytes.putInt(bits);
      }
    }
    return tensor;
  }

  @Override
  public double run() {
    try {
      Session.Runner runner = session.runner().addTarget(result);
      fed.forEach(f -> runner.feed(f.placeholder(), f.value()));
      long start = System.nanoTime();
      runner.run().close();
      return (System.nanoTime() - start) / 1e9;
    } catch (TensorFlowException e) {
      throw new EngineException("TensorFlow failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
    fed.forEach(f -> f.value().close());
  }
}
