/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.egcnn.report.Cell;
import org.egcnn.report.ReportTable;

/**
 * What an experiment would do, run by run.
 *
 * @param experiment the experiment's name
 * @param runs its runs in order
 */
public record RunListing(String experiment, List<Entry> runs) {

  /** The states of runs of which steps are still to do. */
  private static final Set<String> TO_TRAIN =
      Set.of(RunFolder.State.NEW.toString(), RunFolder.State.BEGUN.toString());

  /**
   * A run.
   *
   * @param number its number, from 1
   * @param name its name; either picks it
   * @param state new, begun, finished, or to be scored anew
   * @param backbone the main stream
   * @param variant the variant
   * @param fold the fold, from 0
   * @param seed the seed; empty for the networks of all seeds together
   * @param width channels at the finest resolution
   * @param parameters trainable weights
   * @param epochs epochs
   * @param steps optimiser steps of the whole training
   * @param trainingCases cases it learns from
   * @param validationCases cases it is scored on
   * @param trainingBytes memory that a training step is expected to take at its peak
   * @param seconds how long its steps take on this machine, measured on a few of them; for a
   *     finished run what its training took; empty if it does not fit into memory
   */
  public record Entry(
      int number,
      String name,
      String state,
      String backbone,
      String variant,
      int fold,
      Optional<Long> seed,
      int width,
      long parameters,
      int epochs,
      long steps,
      int trainingCases,
      int validationCases,
      long trainingBytes,
      Optional<Double> seconds) {}

  /** Copies the list. */
  public RunListing {
    runs = List.copyOf(runs);
  }

  /** The listing as a table for people, and the time of what is still to do. */
  @Override
  public String toString() {
    ReportTable.Builder table =
        ReportTable.captioned(experiment)
            .number("#")
            .text("Run")
            .text("State")
            .number("Width")
            .number("Parameters")
            .number("Epochs")
            .number("Steps")
            .number("Cases")
            .number("Memory [GB]")
            .number("Minutes");
    for (Entry run : runs) {
      table.row(
          List.of(
              Cell.number(run.number(), 0),
              Cell.of(run.name()),
              Cell.of(run.state()),
              Cell.number(run.width(), 0),
              Cell.number(run.parameters(), String.format(Locale.ROOT, "%,d", run.parameters())),
              Cell.number(run.epochs(), 0),
              Cell.number(run.steps(), 0),
              Cell.number(run.trainingCases(), run.trainingCases() + " + " + run.validationCases()),
              Cell.number(run.trainingBytes() / 1e9, 2),
              Cell.number(run.seconds().orElse(Double.NaN) / 60, 1)));
    }
    double left =
        runs.stream()
            .filter(run -> TO_TRAIN.contains(run.state()))
            .mapToDouble(run -> run.seconds().orElse(0.0))
            .sum();
    return ComparisonMarkdown.table(new Table(experiment, table.build()))
        + "Minutes are the training steps alone, measured on a few; validation and scoring come"
        + " on top.\n"
        + "Still to do: about "
        + String.format(Locale.ROOT, "%.1f minutes.\n", left / 60);
  }
}
