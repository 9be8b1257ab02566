/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Shows an evaluation as a table of plain text: a row for each class, mean ± std of its metrics.
 */
public final class ScoreTable {
  private static final List<Metric> COLUMNS =
      List.of(
          Metric.DICE, Metric.HD95, Metric.ASSD, Metric.NSD, Metric.SENSITIVITY, Metric.PRECISION);
  private static final String GAP = "  ";

  private ScoreTable() {}

  /**
   * The table's lines, each ended by a line feed, in columns for a font of fixed width.
   *
   * <p>The last row is the mean over the classes, under the evaluation's name for it. A cell in
   * which fewer cases entered than there are names their number; a value that no case has is shown
   * as a dash.
   */
  public static String of(Evaluation evaluation) {
    int cases = evaluation.cases().size();
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("class"));
    COLUMNS.forEach(metric -> header.add(metric.heading()));
    rows.add(header);
    for (String name : evaluation.classNames()) {
      rows.add(row(name, m -> evaluation.summary(name, m), cases));
    }
    rows.add(row(evaluation.meanName(), evaluation::foreground, cases));
    return align(rows) + footer(evaluation, cases);
  }

  private static List<String> row(String name, Function<Metric, Summary> summary, int cases) {
    List<String> row = new ArrayList<>(List.of(name));
    COLUMNS.forEach(metric -> row.add(cell(metric, summary.apply(metric), cases)));
    return row;
  }

  private static String cell(Metric metric, Summary summary, int cases) {
    return summary.count() == 0 ? "-" : summary.text(metric.decimals(), cases);
  }

  private static String align(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(i == 0 ? "" : GAP).append(row.get(i));
        line.append(" ".repeat(widths[i] - row.get(i).length()));
      }
      text.append(line.toString().stripTrailing()).append('\n');
      if (row == rows.get(0)) {
        int total = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
        text.append("-".repeat(total)).append('\n');
      }
    }
    return text.toString();
  }

  private static String footer(Evaluation evaluation, int cases) {
    return String.format(
        Locale.ROOT,
        "%d case%s, mean ± sample standard deviation; NSD at %s mm; empty masks: %s\n",
        cases,
        cases == 1 ? "" : "s",
        Double.toString(evaluation.toleranceMm()).replaceAll("\\.0$", ""),
        evaluation.policy());
  }
}
