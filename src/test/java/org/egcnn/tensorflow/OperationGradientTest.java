/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.List;
import java.util.Optional;
import org.egcnn.model.LossSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TFloating;

/** Every operation's gradient against central differences. */
class OperationGradientTest {
  private static final LossSettings LOSSES =
      new LossSettings(1, 0.5, 0.1, 0.5, 0, 0, List.of(1.0, 0.5, 2.0));

  @ParameterizedTest
  @CsvSource({"3,1", "3,2", "5,1", "2,2"})
  void convolution(int side, int stride) {
    try (GradientCheck check = new GradientCheck(1)) {
      Node x = check.normal(2, 4, 4, 6, 2);
      Node kernel = check.normal(side, side, side, 2, 3);
      check.checkMap(Convolution.apply(check.ops(), x, kernel, stride));
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
  void sobelMagnitude() {
    try (GradientCheck check = new GradientCheck(9)) {
      Node x = check.normal(2, 3, 4, 5, 2);
      check.checkMap(new SobelMagnitude(check.ops(), LOSSES.spacing()).apply(x));
    }
  }

  @Test
  void softDice() {
    try (GradientCheck check = new GradientCheck(10)) {
      Node p = check.uniform(0, 1, 2, 3, 3, 3, 3);
      Operand<TFloating> y = check.mask(0.4, 2, 3, 3, 3, 3);
      check.check(SoftDice.apply(check.ops(), p, y, new double[] {0, 0.3, 0.7}));
    }
  }

  @Test
  void balancedCrossEntropy() {
    try (GradientCheck check = new GradientCheck(11)) {
      Node logits = check.uniform(-3, 3, 2, 3, 3, 3, 2);
      check.check(BalancedCrossEntropy.apply(check.ops(), logits, check.mask(0.2, 2, 3, 3, 3, 2)));
    }
  }

  @ParameterizedTest
  @CsvSource({"true,false", "false,false", "true,true", "false,true"})
  void consistency(boolean exclusive, boolean noise) {
    try (GradientCheck check = new GradientCheck(12)) {
      GraphOps ops = check.ops();
      Node logits = check.normal(1, 3, 4, 3, exclusive ? 3 : 2);
      Operand<TFloating> edges = check.mask(0.5, 1, 3, 4, 3, 2);
      Operand<TFloating> reference = check.mask(0.5, 1, 3, 4, 3, 2);
      Optional<Operand<TInt64>> seed =
          noise ? Optional.of(ops.tf().constant(new long[] {1, 2})) : Optional.empty();
      check.check(new Consistency(ops, LOSSES, exclusive).apply(logits, reference, edges, seed));
    }
  }
}
