/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.egcnn.engine.ConvolutionProbe;
import org.egcnn.engine.EngineException;
import org.egcnn.engine.EngineOptions.Precision;
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
  private static final String SAME = "SAME";

  private final Graph graph = new Graph();
  private final Session session;
  private final Placeholder<? extends TFloating> first;
  private final Placeholder<? extends TFloating> second;
  private final Operand<? extends TFloating> result;
  private final Tensor firstValue;
  private final Tensor secondValue;

  TensorFlowConvolution(
      ConvolutionProbe.Shape shape, Pass pass, Precision precision, ConfigProto configuration) {
    Class<? extends TFloating> type =
        precision == Precision.BFLOAT16 ? TBfloat16.class : TFloat32.class;
    long[] map = {shape.count(), shape.side(), shape.side(), shape.side(), shape.channels()};
    long[] kernel = {
      shape.kernel(), shape.kernel(), shape.kernel(), shape.channels(), shape.channels()
    };
    session = new Session(graph, false, configuration);
    Ops tf = Ops.create(graph);
    long[] secondShape = pass == Pass.TO_KERNEL ? map : kernel;
    first = tf.placeholder(type, Placeholder.shape(shapeOf(map)));
    second = tf.placeholder(type, Placeholder.shape(shapeOf(secondShape)));
    result = product(tf, pass, map, kernel);
    firstValue = filled(type, map);
    secondValue = filled(type, secondShape);
  }

  @SuppressWarnings("unchecked")
  private Operand<? extends TFloating> product(Ops tf, Pass pass, long[] map, long[] kernel) {
    Operand<TFloating> a = (Operand<TFloating>) first;
    Operand<TFloating> b = (Operand<TFloating>) second;
    List<Long> strides = List.of(1L, 1L, 1L, 1L, 1L);
    return switch (pass) {
      case FORWARD -> tf.nn.conv3d(a, b, strides, SAME);
      case TO_INPUT -> tf.nn.conv3dBackpropInput(tf.constant(integers(map)), b, a, strides, SAME);
      case TO_KERNEL ->
          tf.nn.conv3dBackpropFilter(a, tf.constant(integers(kernel)), b, strides, SAME);
    };
  }

  private static org.tensorflow.ndarray.Shape shapeOf(long[] sides) {
    return org.tensorflow.ndarray.Shape.of(sides);
  }

  private static int[] integers(long[] shape) {
    return Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
  }

  private static Tensor filled(Class<? extends TFloating> type, long[] shape) {
    Tensor tensor = Tensor.of(type, shapeOf(shape));
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
      Session.Runner runner =
          session
              .runner()
              .feed(first.asOutput(), firstValue)
              .feed(second.asOutput(), secondValue)
              .addTarget(result);
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
    firstValue.close();
    secondValue.close();
  }
}
