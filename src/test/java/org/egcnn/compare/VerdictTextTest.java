/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.egcnn.compare.statistics.BootstrapInterval;
import org.egcnn.compare.statistics.WilcoxonSignedRank;
import org.egcnn.evaluate.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTextTest {

  private static String sentence(Metric metric, double mean, double low, double high, double p) {
    return VerdictText.sentence(
        new PairedDifference(
            "seg-net",
            "edge stream",
            "none",
            metric,
            Region.AVERAGE,
            List.of(1L, 2L),
            List.of(mean, mean),
            40,
            0,
            new BootstrapInterval(mean, low, high),
            new WilcoxonSignedRank(mean > 0 ? 820 : 0, mean > 0 ? 0 : 820, 40, 0, false, p / 2),
            Optional.of(p)));
  }

  @Test
  void saysByHowMuchSomethingIsBetter() {
    assertEquals(
        "seg-net, edge stream against none: Dice better by 0.0123; 95 % interval +0.0050 to"
            + " +0.0200; p = 0.0050, corrected = 0.0100; 40 cases, 2 seeds.",
        sentence(Metric.DICE, 0.0123, 0.005, 0.02, 0.01));
  }

  @Test
  void knowsThatALowerDistanceIsBetter() {
    assertEquals(
        "seg-net, edge stream against none: HD95 better by 0.31 mm; 95 % interval -0.50 mm to"
            + " -0.10 mm; p = 0.0001, corrected = 0.0002; 40 cases, 2 seeds.",
        sentence(Metric.HD95, -0.31, -0.5, -0.1, 0.0002));
    assertEquals(
        "seg-net, edge stream against none: HD95 worse by 0.31 mm; 95 % interval +0.10 mm to +0.50"
            + " mm; p < 0.0001, corrected = 0.0001; 40 cases, 2 seeds.",
        sentence(Metric.HD95, 0.31, 0.1, 0.5, 0.0001));
  }

  @Test
  void doesNotClaimWhatIsNotShown() {
    assertEquals(
        "seg-net, edge stream against none: NSD no difference shown (-0.0100); 95 % interval"
            + " -0.0200 to +0.0010; p = 0.0100, corrected = 0.0200; 40 cases, 2 seeds.",
        sentence(Metric.NSD, -0.01, -0.02, 0.001, 0.02));
  }

  @ParameterizedTest
  @CsvSource({
    "0.049, 0.001, 0.02, 9, true, BETTER",
    "0.049, 0.001, 0.02, 9, false, WORSE",
    "0.049, -0.02, -0.001, -9, true, WORSE",
    "0.049, -0.02, -0.001, -9, false, BETTER",
    "0.049, -0.001, 0.02, 9, true, NONE_SHOWN",
    "0.050, 0.001, 0.02, 9, true, NONE_SHOWN",
    "0.001, 0, 0, 0, true, NONE_SHOWN",
    "NaN, 0.001, 0.02, 9, true, NONE_SHOWN",
    "0.001, NaN, NaN, 9, true, NONE_SHOWN",
    "0.001, 0.001, 0.02, -9, true, NONE_SHOWN",
    "0.001, -0.02, -0.001, 9, true, NONE_SHOWN"
  })
  void needsBothTestAndInterval(
      double p, double low, double high, double ranks, boolean higherIsBetter, Verdict expected) {
    assertEquals(expected, Verdict.of(p, low, high, ranks, higherIsBetter));
  }
}
