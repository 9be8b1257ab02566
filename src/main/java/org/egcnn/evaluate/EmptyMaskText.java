/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.egcnn.evaluate.EmptyPolicy.Empty;
import org.egcnn.report.BulletList;
import org.egcnn.report.Cell;
import org.egcnn.report.Paragraph;
import org.egcnn.report.ReportBlock;
import org.egcnn.report.ReportTable;

/** Says what the {@link EmptyPolicy} of an evaluation means and how often it was needed. */
final class EmptyMaskText {
  private EmptyMaskText() {}

  static List<ReportBlock> of(Evaluation evaluation) {
    List<ReportBlock> blocks = new ArrayList<>();
    blocks.add(Paragraph.of(rule(evaluation.policy())));
    ReportTable.Builder table =
        ReportTable.captioned(
                "Value of each metric by which mask of a class is empty; "
                    + Cell.MISSING
                    + " is left out of all means")
            .text("Empty mask");
    List<Metric> metrics = Metric.scores();
    metrics.forEach(metric -> table.number(metric.heading()));
    for (Empty empty : Empty.values()) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(name(empty)));
      metrics.forEach(m -> row.add(Cell.number(evaluation.policy().value(m, empty), m.decimals())));
      table.row(row);
    }
    blocks.add(table.build());
    List<String> met = met(evaluation);
    blocks.add(
        met.isEmpty()
            ? Paragraph.of("No mask of any class was empty, so no score depends on this choice.")
            : new BulletList(met));
    return blocks;
  }

  private static String rule(EmptyPolicy policy) {
    String rule =
        switch (policy) {
          case BRATS ->
              "The BraTS challenges' convention: a class that is absent from both masks counts as"
                  + " perfect, one that is absent from one of them as bad as can be.";
          case MONAI ->
              "MONAI's convention: a class that the reference lacks is not judged; one that was"
                  + " missed has Dice 0, and distances to a missing surface are left out.";
          case NNUNET ->
              "nnU-Net's convention: a class that both masks lack is not judged; a false detection"
                  + " and a missed class have Dice 0, and distances to a missing surface are left"
                  + " out.";
        };
    return "Where a class is empty in a mask, the formulas give 0/0 or no distance, and"
        + " conventions differ. This evaluation follows "
        + policy.name().toLowerCase(Locale.ROOT)
        + ". "
        + rule;
  }

  private static String name(Empty empty) {
    return switch (empty) {
      case BOTH -> "both";
      case REFERENCE -> "reference only";
      case PREDICTION -> "prediction only";
    };
  }

  /** For each class and kind of emptiness that occurred, in how many cases. */
  private static List<String> met(Evaluation evaluation) {
    List<String> lines = new ArrayList<>();
    for (String className : evaluation.classNames()) {
      for (Empty empty : Empty.values()) {
        long count =
            evaluation.cases().stream()
                .filter(c -> c.of(className).overlap().emptiness().equals(Optional.of(empty)))
                .count();
        if (count > 0) {
          lines.add(
              className
                  + ": empty in "
                  + name(empty)
                  + " in "
                  + count
                  + (count == 1 ? " case" : " cases"));
        }
      }
    }
    return lines;
  }
}
