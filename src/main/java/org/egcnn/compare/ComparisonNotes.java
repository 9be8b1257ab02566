/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.egcnn.train.Environment;

/**
 * What a reader must know before believing a comparison's numbers.
 *
 * @param planned the experiment's runs
 * @param finished those that are done
 * @param rows the tables' rows
 * @param differences the paired differences
 */
record ComparisonNotes(
    int planned,
    List<FinishedRun> finished,
    List<VariantScores> rows,
    List<PairedDifference> differences) {
  /** Below, no signed-rank test can reach a p-value of 0.05. */
  private static final int LEAST_CASES = 6;

  /** Below, an interval from the cases says little. */
  private static final int FEW_CASES = 20;

  /** The notes. */
  List<String> lines() {
    List<String> notes = new ArrayList<>();
    if (finished.size() < planned) {
      notes.add(
          finished.size()
              + " of "
              + planned
              + " runs are done: the numbers are preliminary. Seeds of which a fold is missing are"
              + " left out.");
    }
    if (!rows.isEmpty()) {
      seeds(notes);
      cases(notes);
    }
    leftOut(notes);
    versions(notes);
    return notes;
  }

  private void seeds(List<String> notes) {
    int seeds = rows.stream().mapToInt(row -> row.seeds().size()).min().orElse(0);
    if (seeds == 1) {
      notes.add(
          "One seed only: a training from another seed may differ by more than the variants do.");
    }
    List<String> disagreeing =
        differences.stream()
            .filter(d -> d.correctedP().isPresent() && d.seedsDisagree())
            .map(d -> d.backbone() + " " + d.variant() + ", " + d.metric().title())
            .toList();
    if (!disagreeing.isEmpty()) {
      notes.add(
          "The seeds disagree about the sign of the difference: "
              + String.join("; ", disagreeing)
              + ".");
    }
  }

  private void cases(List<String> notes) {
    int cases = rows.stream().mapToInt(VariantScores::cases).min().orElse(0);
    if (cases < LEAST_CASES) {
      notes.add(
          "With "
              + cases
              + (cases == 1 ? " case" : " cases")
              + " no test can reach p < 0.05: it takes "
              + LEAST_CASES
              + " at least.");
    } else if (cases < FEW_CASES) {
      notes.add(
          "Only " + cases + " cases: an interval drawn from so few says little about others.");
    }
  }

  private void leftOut(List<String> notes) {
    differences.stream()
        .filter(d -> d.correctedP().isPresent() && d.leftOut() > 0)
        .forEach(
            d ->
                notes.add(
                    d.backbone()
                        + " "
                        + d.variant()
                        + ", "
                        + d.metric().title()
                        + ": "
                        + d.leftOut()
                        + (d.leftOut() == 1 ? " case is" : " cases are")
                        + " left out, for a mask is empty there and the policy gives it no value."));
  }

  private void versions(List<String> notes) {
    String versions =
        finished.stream()
            .map(run -> version(run.result().environment()))
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining("; "));
    if (versions.contains("; ")) {
      notes.add("The runs were made by different versions: " + versions + ".");
    }
  }

  private static String version(Environment environment) {
    return environment.software()
        + " (commit "
        + environment.commit()
        + ") with "
        + environment.engine();
  }
}
