/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.egcnn.evaluate.Metric;
import org.egcnn.report.Cell;
import org.egcnn.report.ReportTable;

/**
 * A comparison's tables: those of scores in the form of the paper's Tables 1 and 2, what each
 * network costs, and the paired differences.
 *
 * @param comparison the comparison
 */
record ComparisonTables(Comparison comparison) {
  private static final Set<String> WORDS =
      Set.of("Backbone", "Variant", "Metric", "Verdict", "Class", "Seeds", "Each seed");

  /** The scores, a table a metric. */
  List<Table> scores() {
    return ComparedMetric.ALL.stream().map(this::scores).toList();
  }

  private Table scores(Metric metric) {
    String tolerance =
        metric == Metric.NSD
            ? " Surfaces within " + millimetres(comparison.toleranceMm()) + " mm agree."
            : "";
    ReportTable.Builder table =
        ReportTable.captioned(
                "Mean ± sample standard deviation over the seeds of the mean over the cases; "
                    + (ComparedMetric.higherIsBetter(metric) ? "higher" : "lower")
                    + " is better."
                    + tolerance)
            .text("Backbone")
            .text("Variant");
    comparison.regions().forEach(region -> table.number(region.name()));
    for (VariantScores variant : comparison.variants()) {
      List<Cell> row =
          new ArrayList<>(List.of(Cell.of(variant.backbone()), Cell.of(variant.variant())));
      for (Region region : comparison.regions()) {
        row.add(cell(metric, variant.cell(metric, region), variant));
      }
      table.row(row);
    }
    return new Table(metric.heading(), table.build());
  }

  private static String millimetres(double value) {
    return Double.toString(value).replaceAll("\\.0$", "");
  }

  private static Cell cell(Metric metric, ScoreCell cell, VariantScores variant) {
    String text = ComparedMetric.format(metric, cell.mean());
    if (!Double.isNaN(cell.std())) {
      text += " ± " + ComparedMetric.format(metric, cell.std());
    }
    return Cell.number(
        cell.mean(),
        cell.fewestCases() < variant.cases() ? text + " (n=" + cell.fewestCases() + ")" : text);
  }

  /** What each network is and takes. */
  Table cost() {
    ReportTable.Builder table =
        table(
            "Seconds of an epoch's steps are the median; minutes of a training are with its"
                + " validations; memory is what a training step is expected to take at its peak.",
            "Backbone",
            "Variant",
            "Seeds",
            "Cases",
            "Width",
            "Parameters",
            "Epochs",
            "Seconds an epoch",
            "Minutes a training",
            "Memory [GB]");
    for (VariantScores v : comparison.variants()) {
      table.row(
          List.of(
              Cell.of(v.backbone()),
              Cell.of(v.variant()),
              Cell.of(v.seeds().stream().map(Object::toString).collect(Collectors.joining(", "))),
              Cell.number(v.cases(), 0),
              Cell.number(v.width(), 0),
              Cell.number(v.parameters(), String.format(Locale.ROOT, "%,d", v.parameters())),
              Cell.number(v.epochs(), 0),
              Cell.number(v.secondsPerEpoch(), 1),
              Cell.number(v.trainingSeconds() / 60, 1),
              Cell.number(v.trainingBytes() / 1e9, 2)));
    }
    return new Table("Cost", table.build());
  }

  private static ReportTable.Builder table(String caption, String... columns) {
    ReportTable.Builder table = ReportTable.captioned(caption);
    for (String column : columns) {
      if (WORDS.contains(column)) {
        table.text(column);
      } else {
        table.number(column);
      }
    }
    return table;
  }

  /** The differences that were tested. */
  Table tested() {
    ReportTable.Builder table =
        table(
            "Of each case's mean over the seeds. The interval is the bootstrap's (BCa) over cases;"
                + " p is Wilcoxon's signed-rank test, two-sided; corrected p is Holm's for all"
                + " rows.",
            "Backbone",
            "Variant",
            "Metric",
            "Verdict",
            "Difference",
            "95 % interval",
            "p",
            "Corrected p",
            "Cases",
            "Each seed");
    for (PairedDifference d : comparison.tested()) {
      double corrected = d.correctedP().orElseThrow();
      table.row(
          List.of(
              Cell.of(d.backbone()),
              Cell.of(pair(d)),
              Cell.of(d.metric().heading()),
              Cell.of(d.verdict().orElseThrow().toString()),
              difference(d),
              interval(d),
              Cell.number(d.test().p(), probability(d.test().p())),
              Cell.number(corrected, probability(corrected)),
              Cell.number(d.cases(), 0),
              Cell.of(
                  d.seedDifferences().stream()
                      .map(s -> ComparedMetric.signed(d.metric(), s))
                      .collect(Collectors.joining(", ")))));
    }
    return new Table("Paired differences, " + comparison.regions().get(0).name(), table.build());
  }

  /** The differences of the single classes, which are shown without a verdict. */
  Table untested() {
    ReportTable.Builder table =
        table(
            "Shown where to look, not tested: the more rows, the more of them seem to differ by"
                + " chance.",
            "Backbone",
            "Variant",
            "Metric",
            "Class",
            "Difference",
            "95 % interval",
            "Cases");
    for (PairedDifference d : comparison.differences()) {
      if (d.correctedP().isEmpty()) {
        table.row(
            List.of(
                Cell.of(d.backbone()),
                Cell.of(pair(d)),
                Cell.of(d.metric().heading()),
                Cell.of(d.region()),
                difference(d),
                interval(d),
                Cell.number(d.cases(), 0)));
      }
    }
    return new Table("Paired differences of single classes", table.build());
  }

  private static String pair(PairedDifference d) {
    return d.variant() + " against " + d.against();
  }

  private static Cell difference(PairedDifference d) {
    double mean = d.interval().mean();
    return Cell.number(mean, ComparedMetric.signed(d.metric(), mean));
  }

  private static Cell interval(PairedDifference d) {
    double low = d.interval().low();
    return Cell.number(
        low,
        ComparedMetric.signed(d.metric(), low)
            + " to "
            + ComparedMetric.signed(d.metric(), d.interval().high()));
  }

  /** A p-value. */
  static String probability(double p) {
    return p < 1e-4 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
  }

  /** All tables that have rows, in the order in which they are read. */
  List<Table> all() {
    List<Table> tables = new ArrayList<>(scores());
    tables.add(tested());
    tables.add(untested());
    tables.add(cost());
    return tables.stream().filter(table -> !table.content().rows().isEmpty()).toList();
  }
}
