/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.egcnn.report.Cell;
import org.egcnn.report.ReportTable;
import org.egcnn.report.ReportTable.Direction;

/** The tables of an evaluation's report. */
final class ReportTables {
  private static final List<Metric> BY_CLASS = List.of(Metric.DICE, Metric.HD95, Metric.NSD);

  private final Evaluation evaluation;

  ReportTables(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Mean and standard deviation over the cases: a row for each class, a column for each metric. */
  ReportTable means() {
    ReportTable.Builder table =
        ReportTable.captioned(
                "Mean ± sample standard deviation over the cases; n where fewer than all entered")
            .text("Class");
    Metric.scores().forEach(metric -> table.number(metric.heading()));
    for (String name : evaluation.classNames()) {
      table.row(means(name, Metric.scores(), metric -> evaluation.summary(name, metric)));
    }
    if (evaluation.classNames().size() > 1) {
      table.foot(means(evaluation.meanName(), Metric.scores(), evaluation::foreground));
    }
    return table.build();
  }

  /** The same of the volumes, for which a mean over the classes has no meaning. */
  ReportTable volumes() {
    ReportTable.Builder table =
        ReportTable.captioned(
                "Volumes, mean ± sample standard deviation over the cases; difference is prediction"
                    + " less reference, relative to the reference")
            .text("Class");
    Metric.volumes().forEach(metric -> table.number(metric.heading()));
    for (String name : evaluation.classNames()) {
      table.row(means(name, Metric.volumes(), metric -> evaluation.summary(name, metric)));
    }
    return table.build();
  }

  private List<Cell> means(String name, List<Metric> metrics, Function<Metric, Summary> summary) {
    List<Cell> row = new ArrayList<>(List.of(Cell.of(name)));
    for (Metric metric : metrics) {
      Summary values = summary.apply(metric);
      row.add(
          Cell.number(values.mean(), values.text(metric.decimals(), evaluation.cases().size())));
    }
    return row;
  }

  /**
   * A row for each case, the worst first.
   *
   * @param name makes the cell that names a case
   */
  ReportTable cases(Function<CaseScores, Cell> name) {
    List<Column> columns = new ArrayList<>();
    for (Metric metric : BY_CLASS) {
      if (evaluation.classNames().size() > 1) {
        columns.add(
            new Column(
                metric.heading() + ", " + evaluation.meanName(),
                metric,
                scores -> scores.foreground(metric),
                evaluation.foreground(metric)));
      }
      for (String c : evaluation.classNames()) {
        columns.add(
            new Column(
                metric.heading() + ", " + c,
                metric,
                scores -> scores.of(c).get(metric),
                evaluation.summary(c, metric)));
      }
    }
    ReportTable.Builder table =
        ReportTable.captioned("Every case, the lowest Dice first").text("Case");
    columns.forEach(column -> table.number(column.title()));
    for (CaseScores scores : evaluation.cases()) {
      List<Cell> row = new ArrayList<>(List.of(name.apply(scores)));
      columns.forEach(column -> row.add(column.cell(column.value().applyAsDouble(scores))));
      table.row(row);
    }
    table.foot(foot("mean", columns, Summary::mean));
    table.foot(foot("std", columns, Summary::std));
    table.foot(foot("median", columns, Summary::median));
    return table.sortedBy(columns.get(0).title(), Direction.ASCENDING);
  }

  private record Column(
      String title, Metric metric, ToDoubleFunction<CaseScores> value, Summary summary) {

    Cell cell(double number) {
      return Cell.number(number, metric.decimals());
    }
  }

  private static List<Cell> foot(
      String name, List<Column> columns, ToDoubleFunction<Summary> statistic) {
    List<Cell> row = new ArrayList<>(List.of(Cell.of(name)));
    columns.forEach(column -> row.add(column.cell(statistic.applyAsDouble(column.summary()))));
    return row;
  }

  /** Every metric in a row for each case and class, the lowest Dice first. */
  ReportTable everything() {
    List<Metric> metrics = List.of(Metric.values());
    ReportTable.Builder table =
        ReportTable.captioned("Every metric of every case and class, the lowest Dice first")
            .text("Case")
            .text("Class");
    metrics.forEach(metric -> table.number(metric.heading()));
    for (CaseScores scores : evaluation.cases()) {
      for (ClassScores one : scores.classes()) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(scores.name()), Cell.of(one.name())));
        metrics.forEach(metric -> row.add(Cell.number(one.get(metric), metric.decimals())));
        table.row(row);
      }
    }
    return table.sortedBy(Metric.DICE.heading(), Direction.ASCENDING);
  }
}
