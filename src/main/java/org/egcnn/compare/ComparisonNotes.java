/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcnn.engine.EngineOptions.Precision;
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
    ranks(notes);
    choices(notes);
    leftOut(notes);
    precision(notes);
    versions(notes);
    return notes;
  }

  private void seeds(List<String> notes) {
    int seeds = rows.stream().mapToInt(row -> row.seeds().size()).min().orElse(0);
    if (seeds == 1) {
      notes.add(
          "One seed only: a training from another seed may differ by more than the variants do.");
    }
    list(
        notes,
        "The seeds disagree about the sign of the difference",
        tested().filter(PairedDifference::seedsDisagree).map(ComparisonNotes::named));
  }

  private void cases(List<String> notes) {
    int cases = rows.stream().mapToInt(VariantScores::cases).min().orElse(0);
    List<PairedDifference> tested = tested().toList();
    int most = tested.stream().mapToInt(PairedDifference::cases).max().orElse(cases);
    // the least p of n cases is 2/2ⁿ, and Holm multiplies the least of all by the number of tests
    if (Math.max(1, tested.size()) * Math.pow(2, 1 - most) >= Verdict.LEVEL) {
      notes.add(
          "With "
              + counted(most, "case")
              + " and "
              + counted(Math.max(1, tested.size()), "test")
              + " no corrected p can be below 0.05, whatever the scores are.");
    } else if (cases < FEW_CASES) {
      notes.add(
          "Only " + cases + " cases: an interval drawn from so few says little about others.");
    }
  }

  /** A note about all that it is true of, if it is of any. */
  private static void list(List<String> notes, String what, Stream<String> of) {
    String all = of.collect(Collectors.joining("; "));
    if (!all.isEmpty()) {
      notes.add(what + ": " + all + ".");
    }
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private Stream<PairedDifference> tested() {
    return differences.stream().filter(d -> d.correctedP().isPresent());
  }

  private static String named(PairedDifference d) {
    return d.backbone() + " " + d.variant() + ", " + d.metric().title();
  }

  private void ranks(List<String> notes) {
    list(
        notes,
        "Most cases differ to one side and a few so far to the other that the mean does too, which"
            + " is no verdict either way",
        tested()
            .filter(d -> d.correctedP().orElseThrow() < Verdict.LEVEL && d.ranksDisagree())
            .map(ComparisonNotes::named));
  }

  /** Weights chosen among validations of the scored cases have an advantage over the last ones. */
  private void choices(List<String> notes) {
    list(
        notes,
        "One of two chose its weights by several validations of the scored cases, the other had"
            + " only one",
        tested()
            .filter(d -> isUnequal(validations(d, d.variant()), validations(d, d.against())))
            .map(d -> d.backbone() + " " + d.variant() + " against " + d.against())
            .distinct());
  }

  private static boolean isUnequal(long validations, long others) {
    return Math.min(validations, others) == 1 && Math.max(validations, others) > 1;
  }

  /** How often a training of a variant was validated at most; 0 for networks together. */
  private long validations(PairedDifference d, String variant) {
    return finished.stream()
        .filter(
            run ->
                run.plan().key().backbone().label().equals(d.backbone())
                    && run.plan().key().variant().equals(variant))
        .mapToLong(
            run -> run.history().epochs().stream().filter(e -> !Double.isNaN(e.dice())).count())
        .max()
        .orElse(0);
  }

  private void leftOut(List<String> notes) {
    tested()
        .filter(d -> d.leftOut() > 0)
        .forEach(
            d ->
                notes.add(
                    named(d)
                        + ": "
                        + d.leftOut()
                        + (d.leftOut() == 1 ? " case is" : " cases are")
                        + " left out, for a mask is empty there and the policy gives it no value."));
  }

  private void precision(List<String> notes) {
    list(
        notes,
        "Not computed in the precision that the experiment names",
        finished.stream()
            .filter(
                run ->
                    run.plan().precision().isPresent()
                        && used(run).isPresent()
                        && !run.plan().precision().equals(used(run)))
            .map(run -> run.plan().key() + " in " + name(used(run).orElseThrow())));
    String open =
        finished.stream()
            .filter(run -> run.plan().precision().isEmpty())
            .flatMap(run -> used(run).stream())
            .map(ComparisonNotes::name)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", others in "));
    if (open.contains(",")) {
      notes.add(
          "Of the runs whose precision the experiment leaves open, some are in " + open + ".");
    }
  }

  private static Optional<Precision> used(FinishedRun run) {
    return run.result().environment().precision();
  }

  private static String name(Precision precision) {
    return precision.name().toLowerCase(Locale.ROOT);
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
