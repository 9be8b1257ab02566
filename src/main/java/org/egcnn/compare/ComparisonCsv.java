/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.egcnn.evaluate.Metric;
import org.egcnn.task.Csv;

/** A comparison as tables for other programs. */
final class ComparisonCsv {
  private ComparisonCsv() {}

  /** The text of {@code comparison.csv}: a line for each backbone, variant, metric and region. */
  static String scores(Comparison comparison) {
    Csv csv =
        new Csv()
            .line(
                List.of(
                    "backbone",
                    "variant",
                    "metric",
                    "region",
                    "mean",
                    "std_over_seeds",
                    "seeds",
                    "cases",
                    "cases_with_value",
                    "width",
                    "parameters",
                    "epochs",
                    "seconds_per_epoch",
                    "training_seconds",
                    "training_bytes",
                    "against",
                    "difference",
                    "interval_low",
                    "interval_high",
                    "p",
                    "p_corrected",
                    "verdict"));
    for (VariantScores v : comparison.variants()) {
      for (ScoreCell cell : v.cells()) {
        List<Object> fields =
            new ArrayList<>(
                List.of(
                    v.backbone(),
                    v.variant(),
                    cell.metric(),
                    cell.region(),
                    cell.mean(),
                    cell.std(),
                    v.seeds().stream().map(Object::toString).collect(Collectors.joining(" ")),
                    v.cases(),
                    cell.fewestCases(),
                    v.width(),
                    v.parameters(),
                    v.epochs(),
                    v.secondsPerEpoch(),
                    v.trainingSeconds(),
                    v.trainingBytes()));
        fields.addAll(difference(comparison, v, cell));
        csv.line(fields);
      }
    }
    return csv.toString();
  }

  private static List<Object> difference(Comparison comparison, VariantScores v, ScoreCell cell) {
    return comparison.differences().stream()
        .filter(
            d ->
                d.backbone().equals(v.backbone())
                    && d.variant().equals(v.variant())
                    && d.metric().key().equals(cell.metric())
                    && d.region().equals(cell.region()))
        .findFirst()
        .map(
            d ->
                List.<Object>of(
                    d.against(),
                    d.interval().mean(),
                    d.interval().low(),
                    d.interval().high(),
                    d.correctedP().isPresent() ? d.test().p() : "",
                    d.correctedP().map(Object.class::cast).orElse(""),
                    d.verdict().map(Object::toString).orElse("")))
        .orElse(List.of("", "", "", "", "", "", ""));
  }

  /** The text of {@code cases.csv}: a line for each run, case and class with every metric. */
  static String cases(List<FinishedRun> runs) {
    List<Object> header =
        new ArrayList<>(List.of("run", "backbone", "variant", "fold", "seed", "case", "class"));
    for (Metric metric : Metric.values()) {
      header.add(metric.key());
    }
    Csv csv = new Csv().line(header);
    for (FinishedRun run : runs) {
      RunKey key = run.plan().key();
      SavedScores scores = run.scores();
      for (String caseName : scores.cases().keySet()) {
        for (int k = 0; k < scores.classes().size(); k++) {
          List<Object> fields =
              new ArrayList<>(
                  List.of(
                      key.name(),
                      key.backbone().label(),
                      key.variant(),
                      key.fold(),
                      key.seed().map(Object::toString).orElse(""),
                      caseName,
                      scores.classes().get(k)));
          for (Metric metric : Metric.values()) {
            fields.add(scores.of(caseName, k, metric));
          }
          csv.line(fields);
        }
      }
    }
    return csv.toString();
  }
}
