/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The content of {@code cases.csv}: comma-separated values after RFC 4180 in UTF-8, a header and
 * one line for each case and class. A value that does not exist is an empty field.
 */
final class CasesCsv {
  private static final String LINE_END = "\r\n";

  private CasesCsv() {}

  /** The file's text. */
  static String of(Evaluation evaluation) {
    List<String> header = new ArrayList<>(List.of("case", "class", "tp", "fp", "fn"));
    for (Metric metric : Metric.values()) {
      header.add(metric.key());
    }
    StringBuilder text = new StringBuilder(line(header));
    for (CaseScores scores : evaluation.cases()) {
      for (ClassScores c : scores.classes()) {
        text.append(line(fields(scores.name(), c)));
      }
    }
    return text.toString();
  }

  private static List<String> fields(String caseName, ClassScores c) {
    List<String> fields = new ArrayList<>(List.of(caseName, c.name()));
    fields.add(Long.toString(c.overlap().tp()));
    fields.add(Long.toString(c.overlap().fp()));
    fields.add(Long.toString(c.overlap().fn()));
    for (Metric metric : Metric.values()) {
      double value = c.get(metric);
      fields.add(Double.isNaN(value) ? "" : Double.toString(value));
    }
    return fields;
  }

  private static String line(List<String> fields) {
    return fields.stream().map(CasesCsv::quote).collect(Collectors.joining(",")) + LINE_END;
  }

  private static String quote(String field) {
    boolean special = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return special ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
