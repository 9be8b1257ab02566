/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTextTest {

  private static ClassScores scores(String name, double value) {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      values.put(metric, value);
    }
    return new ClassScores(name, new Overlap(1, 2, 3), values);
  }

  private static Evaluation evaluation() {
    return new Evaluation(
        List.of("a long name", "b"),
        List.of(
            new CaseScores("1", List.of(scores("a long name", 0.25), scores("b", Double.NaN))),
            new CaseScores("2", List.of(scores("a long name", 0.75), scores("b", 0.5)))),
        EmptyPolicy.NNUNET,
        1);
  }

  @Test
  void tableIsAlignedAndCountsWhatEntered() {
    List<String> lines = ScoreTable.of(evaluation()).lines().toList();
    int dice = lines.get(0).indexOf("Dice");
    int hd95 = lines.get(0).indexOf("HD95 [mm]");
    assertEquals("-".repeat(lines.get(1).length()), lines.get(1));
    assertTrue(lines.get(2).startsWith("a long name"));
    assertTrue(lines.get(2).startsWith("0.5000 ± 0.3536", dice), lines.get(2));
    assertTrue(lines.get(2).startsWith("0.50 ± 0.35", hd95), lines.get(2));
    assertTrue(lines.get(3).startsWith("0.5000 (n=1)", dice), lines.get(3));
    // The cases' means over their classes are 0.25 and (0.75 + 0.5) / 2.
    assertTrue(lines.get(4).startsWith("0.4375 ± 0.2652", dice), lines.get(4));
    assertEquals(
        "2 cases, mean ± sample standard deviation; NSD at 1 mm; empty masks: NNUNET",
        lines.get(5));
  }

  @Test
  void callsTheMeanByItsName() {
    assertTrue(ScoreTable.of(evaluation()).contains("\nmean of classes  0.4375"));
    Evaluation named =
        new Evaluation(
            List.of("a long name", "b"), evaluation().cases(), EmptyPolicy.NNUNET, 1, "Composite");
    assertTrue(ScoreTable.of(named).contains("\nComposite    0.4375"), ScoreTable.of(named));
    assertTrue(SummaryJson.of(named).contains("\"mean_name\": \"Composite\""));
    assertTrue(SummaryJson.of(named).contains("\"foreground\": {"), "the key for programs stays");
  }

  @Test
  void tableShowsADashWhereNoCaseEntered() {
    Evaluation nothing =
        new Evaluation(
            List.of("a"),
            List.of(new CaseScores("1", List.of(scores("a", Double.NaN)))),
            EmptyPolicy.MONAI,
            0.5);
    List<String> lines = ScoreTable.of(nothing).lines().toList();
    assertEquals("-", lines.get(2).substring(lines.get(0).indexOf("Dice")).split(" ")[0]);
    assertTrue(lines.get(4).startsWith("1 case,") && lines.get(4).contains("0.5 mm"));
  }

  @Test
  void csvQuotesWhatWouldBreakALine() {
    Evaluation odd =
        new Evaluation(
            List.of("left, \"upper\""),
            List.of(new CaseScores("two\nlines", List.of(scores("left, \"upper\"", 0.5)))),
            EmptyPolicy.BRATS,
            1);
    String text = CasesCsv.of(odd);
    assertTrue(text.contains("\r\n\"two\nlines\",\"left, \"\"upper\"\"\",1,2,3,0.5,"), text);
    assertTrue(text.endsWith("\r\n"));
  }
}
