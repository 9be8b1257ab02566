/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.egcnn.model.LossSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The losses of small maps, worked out by hand. */
class LossValuesTest {
  /** Probabilities of two classes at four voxels. */
  private static final double[] P = {0.9, 0.2, 0.6, 0.4, 0.1, 0.7, 0.0, 1.0};

  /** Their reference. */
  private static final double[] Y = {1, 0, 1, 0, 0, 1, 0, 1};

  @Test
  void softDice() {
    // first class: overlap 1.5, squares 2 + 1.18; second: overlap 1.7, squares 2 + 1.69
    double first = 2 * 1.5 / 3.18;
    double second = 2 * 1.7 / 3.69;
    assertEquals(1 - (first + second) / 2, dice(P, Y, 0.5, 0.5), 1e-5);
    assertEquals(1 - second, dice(P, Y, 0, 1), 1e-5);
    assertEquals(0, dice(Y, Y, 0.5, 0.5), 1e-5);
    assertEquals(1, dice(P, new double[8], 0.5, 0.5), 1e-6);
    assertEquals(1, dice(new double[8], new double[8], 0.5, 0.5), 1e-6);
  }

  private static double dice(double[] p, double[] y, double... weights) {
    try (Computation computation = new Computation()) {
      Node map = computation.constant(p, 1, 1, 2, 2, 2);
      Node reference = computation.constant(y, 1, 1, 2, 2, 2);
      return computation
          .run(
              SoftDice.apply(
                      computation.ops(),
                      List.of(new JudgedMap(computation.ops(), map, reference.value())),
                      weights)
                  .value())[0];
    }
  }

  @Test
  void balancedCrossEntropy() {
    // one class, one edge voxel of four: β = 3/4
    double[] logits = {2, -1, 0.5, 0};
    double expected =
        (-0.75 * Math.log(sigmoid(2))
                - 0.25
                    * (Math.log(1 - sigmoid(-1))
                        + Math.log(1 - sigmoid(0.5))
                        + Math.log(1 - sigmoid(0))))
            / 4;
    assertEquals(expected, entropy(logits, new double[] {1, 0, 0, 0}, 1), 1e-6);
    // without edges β = 1, and what is no edge counts 1 - β = 0
    assertEquals(0, entropy(logits, new double[4], 1), 1e-7);
    // two classes: the mean of each alone; the second has one edge voxel of two
    double first = -0.5 * Math.log(1 - sigmoid(3)) - 0.5 * Math.log(sigmoid(-2));
    double second = -0.5 * Math.log(sigmoid(1)) - 0.5 * Math.log(1 - sigmoid(4));
    assertEquals(
        (first + second) / 4,
        entropy(new double[] {3, 1, -2, 4}, new double[] {0, 1, 1, 0}, 2),
        1e-6);
  }

  @Test
  void balancedCrossEntropyOfHugeLogitsIsFinite() {
    double loss = entropy(new double[] {-200, 200, 0, 0}, new double[] {1, 0, 0, 1}, 1);
    assertEquals((0.5 * 200 + 0.5 * 200 + 2 * 0.5 * Math.log(2)) / 4, loss, 1e-4);
  }

  private static double entropy(double[] logits, double[] edges, int classes) {
    int voxels = logits.length / classes;
    try (Computation computation = new Computation()) {
      Node map = computation.constant(logits, 1, 1, 1, voxels, classes);
      Node reference = computation.constant(edges, 1, 1, 1, voxels, classes);
      return computation
          .run(
              BalancedCrossEntropy.apply(
                      computation.ops(),
                      List.of(new JudgedMap(computation.ops(), map, reference.value())))
                  .value())[0];
    }
  }

  @Test
  void crossEntropyOfExclusiveClasses() {
    // two voxels of three classes: the second, then the first
    double[] logits = {1, 2, -1, 0.5, 0, 0};
    double first = Math.log(Math.exp(1) + Math.exp(2) + Math.exp(-1)) - 2;
    double second = Math.log(Math.exp(0.5) + 2) - 0.5;
    assertEquals(
        (first + second) / 2, crossEntropy(logits, new double[] {0, 1, 0, 1, 0, 0}, true, 3), 1e-6);
  }

  @Test
  void crossEntropyOfRegions() {
    // two voxels of two regions: the mean of four
    double[] logits = {2, -1, 0.5, 0};
    double sum =
        Math.log(sigmoid(2))
            + Math.log(1 - sigmoid(-1))
            + Math.log(1 - sigmoid(0.5))
            + Math.log(sigmoid(0));
    assertEquals(-sum / 4, crossEntropy(logits, new double[] {1, 0, 0, 1}, false, 2), 1e-6);
  }

  @Test
  void crossEntropyOfHugeLogitsIsFinite() {
    double[] wrong = {300, -300};
    assertEquals(600, crossEntropy(wrong, new double[] {0, 1}, true, 2), 1e-3);
    assertEquals(300, crossEntropy(wrong, new double[] {0, 1}, false, 2), 1e-3);
    assertEquals(0, crossEntropy(wrong, new double[] {1, 0}, true, 2), 1e-6);
  }

  private static double crossEntropy(
      double[] logits, double[] reference, boolean exclusive, int channels) {
    int voxels = logits.length / channels;
    try (Computation computation = new Computation()) {
      Node map = computation.constant(logits, 1, 1, 1, voxels, channels);
      Node y = computation.constant(reference, 1, 1, 1, voxels, channels);
      JudgedMap part = new JudgedMap(computation.ops(), map, y.value());
      return computation
          .run(CrossEntropy.apply(computation.ops(), List.of(part), exclusive).value())[0];
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void consistencyWithoutNoise(boolean exclusive) {
    // a row of five voxels; the sharpened probabilities are 1, 1, 1/2, 0, 0 up to 1e-8
    double[] logits = {20, 20, 0, -20, -20};
    double[] both = new double[10];
    Arrays.setAll(both, i -> i % 2 == 0 ? 0 : logits[i / 2]);
    LossSettings settings = new LossSettings(1, 1, 1, 0.5, 0, 0, List.of(2.0, 1.0, 1.0));
    try (Computation computation = new Computation()) {
      Node map =
          exclusive
              ? computation.constant(both, 1, 1, 1, 5, 2)
              : computation.constant(logits, 1, 1, 1, 5, 1);
      // the reference 1, 1, 0, 0, 0: derivatives 0, 1/2, 1/2, 0, 0, divided by the spacing 2
      double[] reference = {0, 0.25, 0.25, 0, 0};
      double[] edges = {0, 1, 1, 0, 0};
      Consistency.Part part =
          new Consistency.Part(
              computation.ops(),
              map,
              computation.constant(reference, 1, 1, 1, 5, 1).value(),
              computation.constant(edges, 1, 1, 1, 5, 1).value(),
              Optional.empty());
      Node loss = new Consistency(settings, exclusive).apply(computation.ops(), List.of(part));
      // the prediction's derivatives 0, 1/4, 1/2, 1/4, 0, divided by 2; at edges |1/8|, 0
      assertEquals((0.125 + 0) / 2, computation.run(loss.value())[0], 1e-6);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void edgesLieOnBothSidesOrWithinTheClass(boolean inner) {
    LossSettings settings = new LossSettings(0, 1, 1, 1, 0.5, 0, inner, 0, List.of(1.0, 1.0, 1.0));
    // a row of six voxels with the second class in the fourth and fifth, background first
    double[] labels = {1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0};
    try (Computation computation = new Computation()) {
      long[] shape = {1, 1, 1, 6, 2};
      Reference reference = new Reference(computation.constant(labels, shape).value(), shape, 1);
      float[] edges = computation.run(reference.edges(computation.ops(), settings).voxels());
      float[] expected = inner ? new float[] {0, 0, 0, 1, 1, 0} : new float[] {0, 0, 1, 1, 1, 1};
      assertArrayEquals(expected, edges);
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
