/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.egcnn.task.Csv;

/**
 * The content of {@code cases.csv}: comma-separated values after RFC 4180 in UTF-8, a header and
 * one line for each case and class. A value that does not exist is an empty field.
 */
final class CasesCsv {
  private CasesCsv() {}

  /** The file's text. */
  static String of(Evaluation evaluation) {
    List<String> header = new ArrayList<>(List.of("case", "class", "tp", "fp", "fn"));
    for (Metric metric : Metric.values()) {
      header.add(metric.key());
    }
    Csv table = new Csv().line(header);
    for (CaseScores scores : evaluation.cases()) {
      for (ClassScores c : scores.classes()) {
        table.line(fields(scores.name(), c));
      }
    }
    return table.toString();
  }

  private static List<Object> fields(String caseName, ClassScores c) {
    List<Object> fields = new ArrayList<>(List.of(caseName, c.name()));
    fields.add(c.overlap().tp());
    fields.add(c.overlap().fp());
    fields.add(c.overlap().fn());
    for (Metric metric : Metric.values()) {
      double value = c.get(metric);
      fields.add(Double.isNaN(value) ? "" : Double.toString(value));
    }
    return fields;
  }
}
