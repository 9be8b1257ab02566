/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.egcnn.model.LossSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TFloating;

/** Every operation's gradient against central differences. */
class OperationGradientTest {
  private static final LossSettings LOSSES =
      new LossSettings(1, 0.5, 0.1, 0.5, 0, 0, List.of(1.0, 0.5, 2.0));

  @ParameterizedTest
  @CsvSource({
    "3,1,6,3", "3,1,5,3", "3,1,4,9", "3,2,6,3", "3,2,5,3", "5,1,6,3", "5,1,5,2", "2,2,6,3",
  })
  void convolution(int side, int stride, int row, int channels) {
    for (Vectors vectors : Vectors.values()) {
      try (GradientCheck check = new GradientCheck(1)) {
        Node x = check.normal(2, 4, 4, row, 2);
        Node kernel = check.normal(side, side, side, 2, channels);
        check.checkMap(Convolution.apply(check.ops().with(vectors), x, kernel, stride));
      }
    }
  }

  @Test
  void transposedConvolution() {
    try (GradientCheck check = new GradientCheck(2)) {
      Node x = check.normal(2, 2, 3, 2, 3);
      Node kernel = check.normal(2, 2, 2, 2, 3);
      check.checkMap(Convolution.transposed(check.ops(), x, kernel));
    }
  }

  @Test
  void pointwiseConvolutionAndBias() {
    try (GradientCheck check = new GradientCheck(3)) {
      Node x = check.normal(2, 2, 3, 4, 3);
      Node y = Convolution.pointwise(check.ops(), x, check.normal(3, 2));
      check.checkMap(Convolution.bias(check.ops(), y, check.normal(2)));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void groupNorm(boolean relu) {
    try (GradientCheck check = new GradientCheck(4)) {
      Node x = check.normal(2, 2, 3, 2, 16);
      Node gain = check.normal(16);
      Node offset = check.normal(16);
      check.checkMap(GroupNorm.apply(check.ops(), x, gain, offset, relu));
    }
  }

  @Test
  void activations() {
    try (GradientCheck check = new GradientCheck(5)) {
      Node x = check.normal(2, 2, 2, 2, 3);
      Node y = Activation.sigmoid(check.ops(), Activation.relu(check.ops(), x));
      check.checkMap(Activation.softmax(check.ops(), y));
    }
  }

  @Test
  void sumsGatesAndJoins() {
    try (GradientCheck check = new GradientCheck(6)) {
      Node a = check.normal(2, 2, 2, 2, 3);
      Node b = check.normal(2, 2, 2, 2, 3);
      Node attention = check.uniform(0, 1, 2, 2, 2, 2, 1);
      GraphOps ops = check.ops();
      Node gated = Arithmetic.gate(ops, Arithmetic.add(ops, a, b), attention);
      Node joined = Arithmetic.concatenate(ops, gated, Arithmetic.scale(ops, b, 3));
      check.checkMap(Arithmetic.from(ops, joined, 2));
    }
  }

  @Test
  void upsampling() {
    try (GradientCheck check = new GradientCheck(7)) {
      check.checkMap(Upsampling.trilinear(check.ops(), check.normal(2, 2, 3, 4, 3)));
    }
  }

  @Test
  void upsamplingOfRowsTooLongForOneMatrix() {
    try (GradientCheck check = new GradientCheck(8)) {
      check.checkMap(Upsampling.trilinear(check.ops(), check.normal(1, 1, 1, 2, 300)));
    }
  }

  @Test
  void maxPoolingPassesTheGradientToTheLargest() {
    // max-pooling exists in float32 alone, where whole numbers make the sums exact
    try (Graph graph = new Graph();
        Session session = new Session(graph, false)) {
      GraphOps ops = new GraphOps(Ops.create(graph), TFloat32.class);
      double[] values = new double[2 * 4 * 2 * 4];
      Arrays.setAll(values, i -> (i * 37) % values.length);
      Node x = Node.leaf(ops.constant(values, 1, 2, 4, 2, 4), 1, 2, 4, 2, 4);
      Node y = Pooling.max(ops, x);
      Operand<TFloating> squares = ops.square(y.value());
      Node loss =
          Node.of(
              ops,
              ops.total(squares, y.elements()),
              new long[0],
              List.of(y),
              g -> List.of(ops.mul(ops.constant(2), y.value())));
      try (Result result =
          session.runner().fetch(y.value()).fetch(ReverseMode.gradients(ops, loss).get(x)).run()) {
        TFloat32 pooled = (TFloat32) result.get(0);
        TFloat32 gradient = (TFloat32) result.get(1);
        for (int h = 0; h < 2; h++) {
          for (int c = 0; c < 4; c++) {
            double largest = 0;
            for (int v = 0; v < 8; v++) {
              largest = Math.max(largest, values[index(v >> 2, 2 * h + (v >> 1 & 1), v & 1, c)]);
            }
            assertEquals(largest, pooled.getFloat(0, 0, h, 0, c));
            for (int v = 0; v < 8; v++) {
              double value = values[index(v >> 2, 2 * h + (v >> 1 & 1), v & 1, c)];
              assertEquals(
                  value == largest ? 2 * largest : 0,
                  gradient.getFloat(0, v >> 2, 2 * h + (v >> 1 & 1), v & 1, c));
            }
          }
        }
      }
    }
  }

  private static int index(int d, int h, int w, int c) {
    return ((d * 4 + h) * 2 + w) * 4 + c;
  }

  @Test
  void sobelMagnitude() {
    try (GradientCheck check = new GradientCheck(9)) {
      Node x = check.normal(2, 3, 4, 5, 2);
      check.checkMap(new SobelMagnitude(check.ops(), LOSSES.spacing()).apply(x));
    }
  }

  @Test
  void softDice() {
    try (GradientCheck check = new GradientCheck(10)) {
      List<JudgedMap> parts =
          List.of(
              judged(check, check.uniform(0, 1, 2, 3, 3, 3, 3), 0.4),
              judged(check, check.uniform(0, 1, 1, 3, 3, 3, 3), 0.2));
      check.check(SoftDice.apply(check.ops(), parts, new double[] {0, 0.3, 0.7}));
    }
  }

  @Test
  void balancedCrossEntropy() {
    try (GradientCheck check = new GradientCheck(11)) {
      List<JudgedMap> parts =
          List.of(
              judged(check, check.uniform(-3, 3, 2, 3, 3, 3, 2), 0.2),
              judged(check, check.uniform(-3, 3, 1, 3, 3, 3, 2), 0.5));
      check.check(BalancedCrossEntropy.apply(check.ops(), parts));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void crossEntropy(boolean exclusive) {
    try (GradientCheck check = new GradientCheck(13)) {
      List<JudgedMap> parts =
          List.of(
              segmented(check, check.uniform(-3, 3, 2, 3, 3, 3, 3), exclusive),
              segmented(check, check.uniform(-3, 3, 1, 3, 3, 3, 3), exclusive));
      check.check(CrossEntropy.apply(check.ops(), parts, exclusive));
    }
  }

  /** A map of logits with one class at each position, or with any regions. */
  private static JudgedMap segmented(GradientCheck check, Node logits, boolean exclusive) {
    double[] reference = new double[(int) logits.elements()];
    for (int i = 0; i < logits.positions(); i++) {
      reference[3 * i + i % 3] = 1;
      reference[3 * i + (i + 1) % 3] = exclusive || i % 2 == 0 ? 0 : 1;
    }
    return new JudgedMap(check.ops(), logits, check.ops().constant(reference, logits.shape()));
  }

  private static JudgedMap judged(GradientCheck check, Node map, double share) {
    return new JudgedMap(check.ops(), map, check.mask(share, map.shape()));
  }

  @ParameterizedTest
  @CsvSource({"true,false", "false,false", "true,true", "false,true"})
  void consistency(boolean exclusive, boolean noise) {
    try (GradientCheck check = new GradientCheck(12)) {
      Consistency loss = new Consistency(LOSSES, exclusive);
      List<Consistency.Part> parts =
          List.of(part(check, 1, exclusive, noise, 0), part(check, 2, exclusive, noise, 1));
      check.check(loss.apply(check.ops(), parts));
    }
  }

  private static Consistency.Part part(
      GradientCheck check, int crops, boolean exclusive, boolean noise, int first) {
    Node logits = check.normal(crops, 3, 4, 3, exclusive ? 3 : 2);
    Operand<TInt64> seed = check.ops().tf().constant(new long[] {1, 2});
    return new Consistency.Part(
        check.ops(),
        logits,
        check.mask(0.5, crops, 3, 4, 3, 2),
        check.mask(0.5, crops, 3, 4, 3, 2),
        noise ? Optional.of(new GumbelNoise(seed, first)) : Optional.empty());
  }
}
