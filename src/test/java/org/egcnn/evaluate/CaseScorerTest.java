/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.egcnn.model.LabelClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaseScorerTest {
  private static final LabelClass ONE = new LabelClass("one", 1);
  private static final LabelClass TWO = new LabelClass("two", 2);

  @ParameterizedTest
  @MethodSource("org.egcnn.evaluate.MaskExpectation#all")
  void agreesWithBruteForce(MaskExpectation masks) {
    ClassScores scores =
        new CaseScorer(List.of(ONE), EmptyPolicy.BRATS, masks.tolerance())
            .score("a", masks.referenceLabels(), masks.predictionLabels(), masks.spacing())
            .of("one");
    for (Metric metric :
        List.of(Metric.DICE, Metric.JACCARD, Metric.SENSITIVITY, Metric.PRECISION, Metric.HD95)) {
      assertEquals(masks.expected().get(metric.key()), scores.get(metric), 1e-5, metric.key());
    }
    assertEquals(masks.expected().get("assd"), scores.get(Metric.ASSD), 1e-6);
    assertEquals(masks.expected().get("nsd"), scores.get(Metric.NSD), 1e-12);
    assertEquals(masks.expected().get("tp"), scores.overlap().tp());
    assertEquals(masks.expected().get("fp"), scores.overlap().fp());
    assertEquals(masks.expected().get("fn"), scores.overlap().fn());
  }

  @Test
  void volumesWorkedByHand() {
    // Voxels of 10 x 10 x 20 mm are 2 ml each; reference 4 of them, prediction 1.
    ClassScores scores =
        new CaseScorer(List.of(ONE), EmptyPolicy.BRATS, 1)
            .score(
                "a",
                ArrayImgs.ints(new int[] {1, 1, 1, 1}, 4, 1, 1),
                ArrayImgs.ints(new int[] {0, 1, 0, 0}, 4, 1, 1),
                new double[] {10, 10, 20})
            .of("one");
    assertEquals(8, scores.get(Metric.REFERENCE_VOLUME), 1e-12);
    assertEquals(2, scores.get(Metric.PREDICTION_VOLUME), 1e-12);
    assertEquals(-6, scores.get(Metric.VOLUME_DIFFERENCE), 1e-12);
    assertEquals(6, scores.get(Metric.ABSOLUTE_VOLUME_DIFFERENCE), 1e-12);
    assertEquals(-0.75, scores.get(Metric.RELATIVE_VOLUME_DIFFERENCE), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(EmptyPolicy.class)
  void emptyMasksFollowThePolicy(EmptyPolicy policy) {
    int[] nothing = {0, 0, 0};
    int[] some = {0, 1, 0};
    checkEmpty(policy, EmptyPolicy.Empty.BOTH, nothing, nothing);
    checkEmpty(policy, EmptyPolicy.Empty.REFERENCE, nothing, some);
    checkEmpty(policy, EmptyPolicy.Empty.PREDICTION, some, nothing);
  }

  private static void checkEmpty(
      EmptyPolicy policy, EmptyPolicy.Empty empty, int[] reference, int[] prediction) {
    ClassScores scores =
        new CaseScorer(List.of(ONE), policy, 1)
            .score(
                "a",
                ArrayImgs.ints(reference, 3, 1, 1),
                ArrayImgs.ints(prediction, 3, 1, 1),
                new double[] {1, 1, 1})
            .of("one");
    for (Metric metric : Metric.values()) {
      if (metric.isScore()) {
        assertEquals(policy.value(metric, empty), scores.get(metric), metric.key());
      }
    }
  }

  @Test
  void foregroundIsTheMeanOfTheClassesThatCount() {
    // One: Dice 2/3; two: absent from both masks, left out by nnU-Net's policy.
    CaseScores scores =
        new CaseScorer(List.of(ONE, TWO), EmptyPolicy.NNUNET, 1)
            .score(
                "a",
                ArrayImgs.ints(new int[] {1, 1, 0}, 3, 1, 1),
                ArrayImgs.ints(new int[] {1, 0, 0}, 3, 1, 1),
                new double[] {1, 1, 1});
    assertTrue(Double.isNaN(scores.of("two").get(Metric.DICE)));
    assertEquals(2.0 / 3, scores.foreground(Metric.DICE), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> scores.of("three"));
  }

  @Test
  void refusesANegativeTolerance() {
    assertThrows(
        IllegalArgumentException.class, () -> new CaseScorer(List.of(ONE), EmptyPolicy.BRATS, -1));
  }
}
