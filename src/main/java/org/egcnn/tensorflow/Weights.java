/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.family.TFloating;
import org.tensorflow.types.family.TType;

/**
 * The trainable weights of a network by name. A graph built for one crop size creates them; graphs
 * for further sizes find them by the same names.
 */
final class Weights {

  /** How a weight starts. */
  enum Start {
    /** Normal with variance 2 / fan-in (He et al. 2015), for kernels before a ReLU. */
    HE_NORMAL,
    /** Zeros. */
    ZERO,
    /** Ones. */
    ONE
  }

  /**
   * One weight.
   *
   * @param handle the variable
   * @param shape its shape
   * @param start how it starts
   * @param decays whether L2 weight decay applies to it
   */
  record Weight(Operand<?> handle, long[] shape, Start start, boolean decays) {

    int size() {
      long n = 1;
      for (long d : shape) {
        n *= d;
      }
      return Math.toIntExact(n);
    }

    /** Draws start values; each weight's name makes its own random sequence. */
    float[] draw(String name, long seed) {
      float[] values = new float[size()];
      switch (start) {
        case ZERO -> {}
        case ONE -> Arrays.fill(values, 1);
        case HE_NORMAL -> {
          long fanIn = values.length / shape[shape.length - 1];
          double deviation = Math.sqrt(2.0 / fanIn);
          SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + hash(name));
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
          }
        }
      }
      return values;
    }

    private static long hash(String name) {
      long hash = 1125899906842597L;
      for (int i = 0; i < name.length(); i++) {
        hash = 31 * hash + name.charAt(i);
      }
      return hash;
    }
  }

  private final GraphOps ops;
  private final Map<String, Weight> byName = new LinkedHashMap<>();

  /**
   * Starts without weights.
   *
   * @param ops where variables are created
   */
  Weights(GraphOps ops) {
    this.ops = ops;
  }

  /** All weights by name in the order of creation. */
  Map<String, Weight> byName() {
    return byName;
  }

  /** Creates a variable that is no weight of the network, such as an optimiser's slot. */
  Operand<?> variable(String name, long[] shape) {
    return ops.tf()
        .withName(name.replace('/', '.'))
        .varHandleOp(ops.type(), Shape.of(shape), VarHandleOp.sharedName(name));
  }

  /** The weights as one graph reads them. */
  Reader reader(GraphOps graph) {
    return new Reader(graph, byName);
  }

  /**
   * What one graph reads in place of the weights.
   *
   * @param others variables of the weights' shapes by the weights' names
   */
  Reader reader(GraphOps graph, Map<String, Weight> others) {
    return new Reader(graph, others);
  }

  /** One graph's view of the weights: each is read once and remembers that its gradient counts. */
  final class Reader {
    private final GraphOps graph;
    private final Map<String, Weight> read;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private Reader(GraphOps graph, Map<String, Weight> read) {
      this.graph = graph;
      this.read = read;
    }

    /** The weight of a name, which is created at its first use. */
    Node get(String name, Start start, boolean decays, long... shape) {
      byName.computeIfAbsent(name, n -> new Weight(variable(n, shape), shape, start, decays));
      return nodes.computeIfAbsent(name, n -> Node.leaf(read(read.get(n)), shape));
    }

    @SuppressWarnings("unchecked")
    private Operand<TFloating> read(Weight weight) {
      return graph.tf().readVariableOp((Operand<? extends TType>) weight.handle(), graph.type());
    }

    /** The weights this graph uses by name, in the order of first use. */
    Map<String, Node> nodes() {
      return nodes;
    }
  }
}
