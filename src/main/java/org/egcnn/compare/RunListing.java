/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an experiment would do, run by run.
 *
 * @param experiment the experiment's name
 * @param runs its runs in order
 */
public record RunListing(String experiment, List<Entry> runs) {

  /**
   * A run.
   *
   * @param number its number, from 1
   * @param name its name; either picks it
   * @param state new, begun, finished, or to be scored anew
   * @param backbone the main stream
   * @param variant the variant
   * @param fold the fold, from 0
   * @param seed the seed
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
      long seed,
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
    List<List<String>> rows =
        runs.stream()
            .map(
                run ->
                    List.of(
                        Integer.toString(run.number()),
                        run.name(),
                        run.state(),
                        Integer.toString(run.width()),
                        String.format(Locale.ROOT, "%,d", run.parameters()),
                        Integer.toString(run.epochs()),
                        Long.toString(run.steps()),
                        run.trainingCases() + " + " + run.validationCases(),
                        String.format(Locale.ROOT, "%.2f", run.trainingBytes() / 1e9),
                        run.seconds().map(RunListing::minutes).orElse("–")))
            .toList();
    Table table =
        new Table(
            experiment,
            "",
            List.of(
                "#",
                "Run",
                "State",
                "Width",
                "Parameters",
                "Epochs",
                "Steps",
                "Cases",
                "Memory [GB]",
                "Minutes"),
            rows,
            3);
    double left =
        runs.stream()
            .filter(run -> !run.state().equals(RunFolder.State.FINISHED.toString()))
            .mapToDouble(run -> run.seconds().orElse(0.0))
            .sum();
    return ComparisonMarkdown.table(table)
        + "Minutes are the training steps alone, measured on a few; validation and scoring come"
        + " on top.\n"
        + "Still to do: about "
        + minutes(left)
        + " minutes.\n";
  }

  private static String minutes(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds / 60);
  }
}
