/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A comparison as Markdown whose tables can also be read as they stand. */
final class ComparisonMarkdown {
  private ComparisonMarkdown() {}

  /** The text of {@code comparison.md}. */
  static String of(Comparison comparison) {
    StringBuilder text = new StringBuilder("# ").append(comparison.name()).append("\n\n");
    text.append(summary(comparison)).append("\n\n");
    list(text, VerdictText.of(comparison));
    if (!comparison.notes().isEmpty()) {
      text.append("**Before believing this:**\n\n");
      list(text, comparison.notes());
    }
    for (Table table : new ComparisonTables(comparison).all()) {
      text.append("## ").append(table.title()).append("\n\n");
      text.append(table(table)).append('\n').append(table.content().caption()).append("\n\n");
    }
    return text.toString().stripTrailing() + "\n";
  }

  /** What was compared on what, in a line. */
  static String summary(Comparison comparison) {
    return String.format(
        "Dataset %s; %d of %d runs; empty masks: %s. \"No difference shown\" does not mean that"
            + " there is none. Intervals and tests are over cases: they do not tell how another"
            + " training would turn out, for which the seeds are there.",
        comparison.dataset(),
        comparison.finishedRuns(),
        comparison.plannedRuns(),
        comparison.policy());
  }

  private static void list(StringBuilder text, List<String> lines) {
    lines.forEach(line -> text.append("- ").append(line).append('\n'));
    if (!lines.isEmpty()) {
      text.append('\n');
    }
  }

  /** A table, its columns padded to one width. */
  static String table(Table table) {
    List<List<String>> lines = new ArrayList<>();
    List<String> header = table.header();
    lines.add(header);
    lines.addAll(table.texts());
    int columns = header.size();
    int[] widths = new int[columns];
    // the rule below the header takes two characters
    Arrays.fill(widths, 2);
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], escaped(line.get(i)).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      text.append('|');
      for (int i = 0; i < columns; i++) {
        String cell = escaped(line.get(i));
        String padding = " ".repeat(widths[i] - cell.length());
        boolean left = !table.isNumber(i);
        text.append(' ').append(left ? cell + padding : padding + cell).append(" |");
      }
      text.append('\n');
      if (line == header) {
        text.append('|');
        for (int i = 0; i < columns; i++) {
          boolean left = !table.isNumber(i);
          text.append(' ').append("-".repeat(widths[i] + (left ? 0 : -1)));
          text.append(left ? " |" : ": |");
        }
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String escaped(String cell) {
    return cell.replace("|", "\\|");
  }
}
