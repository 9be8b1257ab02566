/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values after RFC 4180. A number that is not finite is an empty field. */
public final class Csv {
  private final StringBuilder text = new StringBuilder();

  /** Adds a line of texts and numbers. */
  public Csv line(List<?> fields) {
    text.append(fields.stream().map(Csv::field).collect(Collectors.joining(","))).append("\r\n");
    return this;
  }

  private static String field(Object value) {
    if (value instanceof Double number && !Double.isFinite(number)) {
      return "";
    }
    return quoted(value.toString());
  }

  /** A text as a field: in quotes if it needs them. */
  public static String quoted(String text) {
    boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
