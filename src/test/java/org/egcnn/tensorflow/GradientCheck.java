/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.family.TFloating;

/**
 * Compares a gradient with central differences in float64, element by element. A ReLU's kink
 * between the two points of a difference would spoil it; with a step of 1e-6 and random numbers
 * this does not happen for the seeds used.
 */
final class GradientCheck implements AutoCloseable {
  private static final double STEP = 1e-6;

  private final Graph graph = new Graph();
  private final Session session = new Session(graph, false);
  private final GraphOps ops = new GraphOps(Ops.create(graph), TFloat64.class);
  private final Random random;
  private final List<Node> leaves = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();

  Tolerance tolerance = new Tolerance(1e-6, 1e-7);

  /** How far a gradient may be from the difference. */
  record Tolerance(double relative, double absolute) {}

  GradientCheck(long seed) {
    random = new Random(seed);
  }

  GraphOps ops() {
    return ops;
  }

  /** A leaf of normally distributed values. */
  Node normal(long... shape) {
    return leaf(i -> random.nextGaussian(), shape);
  }

  /** A leaf of values uniform between two numbers. */
  Node uniform(double low, double high, long... shape) {
    return leaf(i -> low + (high - low) * random.nextDouble(), shape);
  }

  /** A leaf of given values. */
  Node leaf(Function<Integer, Double> value, long... shape) {
    double[] start = new double[(int) Node.constant(null, shape).elements()];
    for (int i = 0; i < start.length; i++) {
      start[i] = value.apply(i);
    }
    Operand<TFloating> placeholder =
        ops.tf().placeholder(ops.type(), Placeholder.shape(Shape.of(shape)));
    Node leaf = Node.leaf(placeholder, shape);
    leaves.add(leaf);
    values.add(start);
    return leaf;
  }

  /** A constant 0/1 map. */
  Operand<TFloating> mask(double share, long... shape) {
    double[] mask = new double[(int) Node.constant(null, shape).elements()];
    Arrays.setAll(mask, i -> random.nextDouble() < share ? 1 : 0);
    return ops.constant(mask, shape);
  }

  /** Checks the gradient of {@code Σ r ⊙ x} with random r, for an operation's result x. */
  void checkMap(Node x) {
    double[] r = random.doubles(x.elements(), -1, 1).toArray();
    Operand<TFloating> weights = ops.constant(r, x.shape());
    Node loss =
        Node.of(
            ops,
            ops.total(ops.mul(weights, x.value()), x.elements()),
            new long[0],
            List.of(x),
            g -> List.of(ops.mul(weights, g)));
    check(loss);
  }

  /** Checks the gradient of a scalar by every element of every leaf. */
  void check(Node loss) {
    Map<Node, Operand<TFloating>> gradients = ReverseMode.gradients(ops, loss);
    for (int k = 0; k < leaves.size(); k++) {
      double[] analytic = run(gradients.get(leaves.get(k)));
      for (int i = 0; i < analytic.length; i++) {
        double numeric = difference(loss, k, i);
        double allowed =
            tolerance.absolute()
                + tolerance.relative() * Math.max(Math.abs(analytic[i]), Math.abs(numeric));
        assertEquals(numeric, analytic[i], allowed, "leaf " + k + ", element " + i);
      }
    }
  }

  private double difference(Node loss, int leaf, int element) {
    double[] x = values.get(leaf);
    double start = x[element];
    x[element] = start + STEP;
    double above = run(loss.value())[0];
    x[element] = start - STEP;
    double below = run(loss.value())[0];
    x[element] = start;
    return (above - below) / (2 * STEP);
  }

  /** The value of a tensor at the leaves' present values. */
  double[] run(Operand<TFloating> wanted) {
    Session.Runner runner = session.runner().fetch(wanted);
    List<Tensor> fed = new ArrayList<>();
    for (int k = 0; k < leaves.size(); k++) {
      TFloat64 tensor =
          TFloat64.tensorOf(
              Shape.of(leaves.get(k).shape()), DataBuffers.of(values.get(k), true, false));
      fed.add(tensor);
      runner.feed(leaves.get(k).value(), tensor);
    }
    try (Result result = runner.run()) {
      TFloat64 tensor = (TFloat64) result.get(0);
      double[] numbers = new double[(int) tensor.size()];
      tensor.asRawTensor().data().asDoubles().read(numbers);
      return numbers;
    } finally {
      fed.forEach(Tensor::close);
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
