/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.egcnn.evaluate.Metric;

/**
 * A comparison's tables: those of scores in the form of the paper's Tables 1 and 2, what each
 * network costs, and the paired differences.
 *
 * @param comparison the comparison
 */
record ComparisonTables(Comparison comparison) {

  /** The scores, a table a metric. */
  List<Table> scores() {
    return ComparedMetric.ALL.stream().map(this::scores).toList();
  }

  private Table scores(Metric metric) {
    List<String> header = new ArrayList<>(List.of("Backbone", "Variant"));
    comparison.regions().forEach(region -> header.add(region.name()));
    List<List<String>> rows = new ArrayList<>();
    for (VariantScores variant : comparison.variants()) {
      List<String> row = new ArrayList<>(List.of(variant.backbone(), variant.variant()));
      for (Region region : comparison.regions()) {
        row.add(cell(metric, variant.cell(metric, region), variant));
      }
      rows.add(row);
    }
    String tolerance =
        metric == Metric.NSD
            ? " Surfaces within " + millimetres(comparison.toleranceMm()) + " mm agree."
            : "";
    return new Table(
        ComparedMetric.title(metric),
        "Mean ± sample standard deviation over the seeds of the mean over the cases; "
            + (ComparedMetric.higherIsBetter(metric) ? "higher" : "lower")
            + " is better."
            + tolerance,
        header,
        rows,
        2);
  }

  private static String millimetres(double value) {
    return Double.toString(value).replaceAll("\\.0$", "");
  }

  private static String cell(Metric metric, ScoreCell cell, VariantScores variant) {
    String text = ComparedMetric.format(metric, cell.mean());
    if (!Double.isNaN(cell.std())) {
      text += " ± " + ComparedMetric.format(metric, cell.std());
    }
    return cell.fewestCases() < variant.cases() && cell.fewestCases() > 0
        ? text + " (n=" + cell.fewestCases() + ")"
        : text;
  }

  /** What each network is and takes. */
  Table cost() {
    List<List<String>> rows =
        comparison.variants().stream()
            .map(
                v ->
                    List.of(
                        v.backbone(),
                        v.variant(),
                        Integer.toString(v.width()),
                        String.format(Locale.ROOT, "%,d", v.parameters()),
                        Integer.toString(v.epochs()),
                        format("%.1f", v.secondsPerEpoch()),
                        format("%.1f", v.trainingSeconds() / 60),
                        format("%.2f", v.trainingBytes() / 1e9),
                        v.seeds().stream().map(Object::toString).collect(Collectors.joining(", ")),
                        Integer.toString(v.cases())))
            .toList();
    return new Table(
        "Cost",
        "Seconds of an epoch's steps are the median; minutes of a training are with its"
            + " validations; memory is what a training step is expected to take at its peak.",
        List.of(
            "Backbone",
            "Variant",
            "Width",
            "Parameters",
            "Epochs",
            "Seconds an epoch",
            "Minutes a training",
            "Memory [GB]",
            "Seeds",
            "Cases"),
        rows,
        2);
  }

  private static String format(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  /** The differences that were tested. */
  Table tested() {
    List<List<String>> rows =
        comparison.tested().stream()
            .map(
                d ->
                    List.of(
                        d.backbone(),
                        d.variant() + " against " + d.against(),
                        ComparedMetric.title(d.metric()),
                        d.verdict().orElseThrow().toString(),
                        ComparedMetric.signed(d.metric(), d.interval().mean()),
                        interval(d),
                        probability(d.test().p()),
                        probability(d.correctedP().orElseThrow()),
                        d.seedDifferences().stream()
                            .map(s -> ComparedMetric.signed(d.metric(), s))
                            .collect(Collectors.joining(", ")),
                        Integer.toString(d.cases())))
            .toList();
    return new Table(
        "Paired differences, " + comparison.regions().get(0).name(),
        "Of each case's mean over the seeds. The interval is the bootstrap's (BCa) over cases; p is"
            + " Wilcoxon's signed-rank test, two-sided; corrected p is Holm's for all rows.",
        List.of(
            "Backbone",
            "Variant",
            "Metric",
            "Verdict",
            "Difference",
            "95 % interval",
            "p",
            "Corrected p",
            "Each seed",
            "Cases"),
        rows,
        4);
  }

  /** The differences of the single classes, which are shown without a verdict. */
  Table untested() {
    List<List<String>> rows =
        comparison.differences().stream()
            .filter(d -> d.correctedP().isEmpty())
            .map(
                d ->
                    List.of(
                        d.backbone(),
                        d.variant() + " against " + d.against(),
                        ComparedMetric.title(d.metric()),
                        d.region(),
                        ComparedMetric.signed(d.metric(), d.interval().mean()),
                        interval(d),
                        Integer.toString(d.cases())))
            .toList();
    return new Table(
        "Paired differences of single classes",
        "Shown where to look, not tested: the more rows, the more of them seem to differ by chance.",
        List.of("Backbone", "Variant", "Metric", "Class", "Difference", "95 % interval", "Cases"),
        rows,
        4);
  }

  private static String interval(PairedDifference d) {
    return ComparedMetric.signed(d.metric(), d.interval().low())
        + " to "
        + ComparedMetric.signed(d.metric(), d.interval().high());
  }

  /** A p-value. */
  static String probability(double p) {
    return p < 1e-4 ? "< 0.0001" : format("%.4f", p);
  }

  /** All tables that have rows, in the order in which they are read. */
  List<Table> all() {
    List<Table> tables = new ArrayList<>(scores());
    tables.add(tested());
    tables.add(untested());
    tables.add(cost());
    return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
  }
}
