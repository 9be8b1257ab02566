/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.egcnn.compare.SyntheticRuns.Scores;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.evaluate.Metric;
import org.egcnn.model.Backbone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonBuilderTest {
  private static final Region AVERAGE = new Region(Region.AVERAGE, -1);

  private static RunKey key(String variant, int folds, int fold, long seed) {
    return new RunKey(Backbone.SEG_NET, variant, folds, fold, Optional.of(seed));
  }

  /** Every case is a little different, and a variant adds something to each. */
  private static Scores plus(double dice, double hd95) {
    return (c, k, metric) ->
        switch (metric) {
          case HD95 -> 3 + 0.1 * c + k + hd95 * (1 + 0.01 * c);
          default -> 0.5 + 0.01 * c + 0.1 * k + dice * (1 + 0.01 * c);
        };
  }

  private static Comparison compare(Scores none, Scores edges, int cases, Long... seeds) {
    List<FinishedRun> runs = new ArrayList<>();
    for (long seed : seeds) {
      runs.add(SyntheticRuns.run(key("none", 0, 0, seed), 1, cases, none));
      runs.add(SyntheticRuns.run(key("edge stream", 0, 0, seed), 1, cases, edges));
    }
    return new ComparisonBuilder(SyntheticRuns.experiment(0, seeds), runs).build("Phantoms");
  }

  private static PairedDifference tested(Comparison comparison, Metric metric) {
    return comparison.tested().stream().filter(d -> d.metric() == metric).findFirst().orElseThrow();
  }

  @Test
  void takesMeansOverCasesThenOverSeeds() {
    List<FinishedRun> runs =
        List.of(
            SyntheticRuns.run(key("none", 0, 0, 1), 1, 2, (c, k, m) -> c == 1 ? 0.5 : 0.7),
            SyntheticRuns.run(key("none", 0, 0, 2), 1, 2, (c, k, m) -> k == 0 ? 0.8 : 1));
    Comparison comparison =
        new ComparisonBuilder(SyntheticRuns.experiment(0, 1L, 2L), runs).build("Phantoms");
    assertEquals(1, comparison.variants().size());
    VariantScores row = comparison.variants().get(0);
    assertEquals(List.of(1L, 2L), row.seeds());
    assertEquals(2, row.cases());
    ScoreCell average = row.cell(Metric.DICE, AVERAGE);
    assertEquals((0.6 + 0.9) / 2, average.mean(), 1e-12);
    assertEquals(0.3 / Math.sqrt(2), average.std(), 1e-12);
    assertEquals((0.6 + 0.8) / 2, row.cell(Metric.DICE, new Region("kidney", 0)).mean(), 1e-12);
    assertTrue(comparison.differences().isEmpty());
  }

  @Test
  void networksTogetherAreComparedWithEachSeedOfTheirs() {
    List<FinishedRun> members =
        List.of(
            SyntheticRuns.run(key("none", 0, 0, 1), 1, 8, plus(0, 0)),
            SyntheticRuns.run(key("none", 0, 0, 2), 1, 8, plus(0.1, 0)));
    RunKey key = new RunKey(Backbone.SEG_NET, "together", 0, 0, Optional.empty());
    assertEquals("seg-net_together", key.name());
    FinishedRun together = SyntheticRuns.together(key, members, plus(0.2, 0));
    List<FinishedRun> runs = new ArrayList<>(members);
    runs.add(together);
    Comparison comparison =
        new ComparisonBuilder(SyntheticRuns.together(SyntheticRuns.experiment(0, 1L, 2L)), runs)
            .build("Phantoms");
    VariantScores row = comparison.variants().get(1);
    assertEquals(List.of(1L, 2L), row.seeds());
    assertEquals(2000, row.parameters());
    ScoreCell average = row.cell(Metric.DICE, AVERAGE);
    // 0.5 + 0.01 c + 0.1 k + 0.2 (1 + 0.01 c) over cases 1 to 8 and two classes
    assertEquals(0.5 + 0.045 + 0.05 + 0.2 * 1.045, average.mean(), 1e-12);
    assertTrue(Double.isNaN(average.std()), "one score, whatever the number of seeds");
    PairedDifference dice = tested(comparison, Metric.DICE);
    assertEquals("together", dice.variant());
    assertEquals(0.15 * 1.045, dice.interval().mean(), 1e-12);
    assertEquals(0.2 * 1.045, dice.seedDifferences().get(0), 1e-12);
    assertEquals(0.1 * 1.045, dice.seedDifferences().get(1), 1e-12);
  }

  @Test
  void findsWhatIsBetterAndWorse() {
    Comparison comparison = compare(plus(0, 0), plus(0.02, 0.5), 30, 1L, 2L);
    PairedDifference dice = tested(comparison, Metric.DICE);
    assertEquals(Optional.of(Verdict.BETTER), dice.verdict());
    assertEquals(0.02 * 1.155, dice.interval().mean(), 1e-12);
    assertEquals(30, dice.cases());
    assertEquals(2, dice.seedDifferences().size());
    assertEquals(Optional.of(Verdict.WORSE), tested(comparison, Metric.HD95).verdict());
    assertEquals(0.5 * 1.155, tested(comparison, Metric.HD95).interval().mean(), 1e-12);
    assertEquals(3, comparison.tested().size());
    assertEquals(9, comparison.differences().size());
    assertEquals(List.of(), comparison.notes());
  }

  @Test
  void correctsForAllTests() {
    Comparison comparison = compare(plus(0, 0), plus(0.02, 0.5), 30, 1L);
    // three tests whose p-values are alike: each is multiplied by three
    for (PairedDifference d : comparison.tested()) {
      assertEquals(3 * d.test().p(), d.correctedP().orElseThrow(), 1e-15);
    }
  }

  @Test
  void doesNotClaimWhatIsNotShown() {
    Scores noisy =
        (c, k, metric) -> plus(0, 0).of(c, k, metric) + 0.01 * (c % 2 == 0 ? 1 : -1) + 1e-4 * c;
    Comparison comparison = compare(plus(0, 0), noisy, 30, 1L, 2L);
    assertEquals(Optional.of(Verdict.NONE_SHOWN), tested(comparison, Metric.DICE).verdict());
  }

  @Test
  void warnsOfOneSeedAndFewCases() {
    List<String> notes = compare(plus(0, 0), plus(0.02, 0.5), 5, 1L).notes();
    assertTrue(notes.get(0).startsWith("One seed only"), notes.toString());
    assertEquals(
        "With 5 cases and 3 tests no corrected p can be below 0.05, whatever the scores are.",
        notes.get(1));
    assertEquals(
        Optional.of(Verdict.NONE_SHOWN),
        tested(compare(plus(0, 0), plus(0.02, 0.5), 5, 1L), Metric.DICE).verdict());
    List<String> more = compare(plus(0, 0), plus(0.02, 0.5), 12, 1L, 2L).notes();
    assertTrue(more.get(0).startsWith("Only 12 cases"), more.toString());
  }

  /** Three tests of six cases: the least p, 2/2⁶, times three is above 0.05; of seven it is not. */
  @Test
  void knowsWhatFewCasesCanShow() {
    String six = compare(plus(0, 0), plus(0.02, 0.5), 6, 1L, 2L).notes().get(0);
    assertTrue(six.startsWith("With 6 cases and 3 tests"), six);
    Comparison seven = compare(plus(0, 0), plus(0.02, 0.5), 7, 1L, 2L);
    assertTrue(seven.notes().get(0).startsWith("Only 7 cases"), seven.notes().toString());
    assertEquals(Optional.of(Verdict.BETTER), tested(seven, Metric.DICE).verdict());
  }

  /** 35 cases gain a little and five lose much: the ranks say better and the mean says worse. */
  @Test
  void givesNoVerdictAgainstTheRanks() {
    Scores mostlyBetter =
        (c, k, metric) ->
            plus(0, 0).of(c, k, metric) + (c <= 35 ? 0.001 + 0.0001 * c : -0.5 + 0.01 * (c - 40));
    Comparison comparison = compare(plus(0, 0), mostlyBetter, 40, 1L, 2L);
    PairedDifference dice = tested(comparison, Metric.DICE);
    assertTrue(dice.correctedP().orElseThrow() < 0.05);
    assertTrue(dice.interval().high() < 0);
    assertEquals(Optional.of(Verdict.NONE_SHOWN), dice.verdict());
    String note = comparison.notes().get(0);
    assertTrue(note.startsWith("Most cases differ to one side"), note);
    assertTrue(note.contains("seg-net edge stream, Dice; "), note);
  }

  @Test
  void saysThatOneOfTwoChoseAmongMoreValidations() {
    List<FinishedRun> runs = new ArrayList<>();
    SavedHistory.SavedEpoch last = new SavedHistory.SavedEpoch(2, 0.5, 1.5, 0.6, 0.1);
    FinishedRun none = SyntheticRuns.run(key("none", 0, 0, 1), 1, 30, plus(0, 0));
    runs.add(
        new FinishedRun(
            none.plan(), none.result(), none.scores(), new SavedHistory(List.of(last))));
    runs.add(SyntheticRuns.run(key("edge stream", 0, 0, 1), 1, 30, plus(0.02, 0.5)));
    Comparison comparison =
        new ComparisonBuilder(SyntheticRuns.experiment(0, 1L), runs).build("Phantoms");
    assertEquals(
        "One of two chose its weights by several validations of the scored cases, the other had"
            + " only one: seg-net edge stream against none.",
        comparison.notes().get(1));
  }

  @Test
  void saysInWhichPrecisionRunsWereComputed() {
    FinishedRun none = SyntheticRuns.run(key("none", 0, 0, 1), 1, 30, plus(0, 0));
    FinishedRun edges = SyntheticRuns.run(key("edge stream", 0, 0, 1), 1, 30, plus(0.02, 0.5));
    Optional<Precision> open = Optional.empty();
    assertEquals(
        "Of the runs whose precision the experiment leaves open, some are in bfloat16, others in"
            + " float32.",
        note(
            SyntheticRuns.computed(none, open, Precision.FLOAT32),
            SyntheticRuns.computed(edges, open, Precision.BFLOAT16)));
    Optional<Precision> bfloat16 = Optional.of(Precision.BFLOAT16);
    assertEquals(
        "Not computed in the precision that the experiment names: seg-net, edge stream, seed 1 in"
            + " float32.",
        note(
            SyntheticRuns.computed(none, open, Precision.FLOAT32),
            SyntheticRuns.computed(edges, bfloat16, Precision.FLOAT32)));
    assertEquals(
        "",
        note(
            SyntheticRuns.computed(none, open, Precision.FLOAT32),
            SyntheticRuns.computed(edges, bfloat16, Precision.BFLOAT16)));
  }

  /** What is said beyond the single seed. */
  private static String note(FinishedRun... runs) {
    Comparison comparison =
        new ComparisonBuilder(SyntheticRuns.experiment(0, 1L), List.of(runs)).build("Phantoms");
    return String.join(" ", comparison.notes().subList(1, comparison.notes().size()));
  }

  @Test
  void saysThatSeedsDisagree() {
    List<FinishedRun> runs = new ArrayList<>();
    for (long seed : new long[] {1, 2}) {
      double effect = seed == 1 ? 0.05 : -0.01;
      runs.add(SyntheticRuns.run(key("none", 0, 0, seed), 1, 30, plus(0, 0)));
      runs.add(SyntheticRuns.run(key("edge stream", 0, 0, seed), 1, 30, plus(effect, 0.5)));
    }
    Comparison comparison =
        new ComparisonBuilder(SyntheticRuns.experiment(0, 1L, 2L), runs).build("Phantoms");
    assertTrue(tested(comparison, Metric.DICE).seedsDisagree());
    assertFalse(tested(comparison, Metric.HD95).seedsDisagree());
    assertEquals(
        List.of(
            "The seeds disagree about the sign of the difference: seg-net edge stream, Dice;"
                + " seg-net edge stream, NSD."),
        comparison.notes());
  }

  /** A class that one of two networks missed has no HD95: means over other classes cannot stand. */
  @Test
  void leavesOutCasesWithoutAValueInOneOfTwo() {
    Scores missed =
        (c, k, metric) ->
            c == 3 && k == 1 && metric == Metric.HD95
                ? Double.NaN
                : plus(0.02, 0.5).of(c, k, metric);
    Comparison comparison = compare(plus(0, 0), missed, 25, 1L, 2L);
    PairedDifference distance = tested(comparison, Metric.HD95);
    assertEquals(24, distance.cases());
    assertEquals(1, distance.leftOut());
    assertEquals(25, tested(comparison, Metric.DICE).cases());
    assertEquals(25, comparison.variants().get(1).cell(Metric.HD95, AVERAGE).fewestCases());
    assertEquals(
        24, comparison.variants().get(1).cell(Metric.HD95, new Region("tumour", 1)).fewestCases());
    assertEquals(
        List.of(
            "seg-net edge stream, HD95: 1 case is left out, for a mask is empty there and the"
                + " policy gives it no value."),
        comparison.notes());
  }

  @Test
  void takesTheCasesOfAllFoldsTogether() {
    List<FinishedRun> runs =
        List.of(
            SyntheticRuns.run(key("none", 2, 0, 1), 1, 2, (c, k, m) -> 0.5),
            SyntheticRuns.run(key("none", 2, 1, 1), 3, 3, (c, k, m) -> 0.8),
            SyntheticRuns.run(key("none", 2, 0, 2), 1, 2, (c, k, m) -> 0.9));
    Comparison comparison =
        new ComparisonBuilder(SyntheticRuns.experiment(2, 1L, 2L), runs).build("Phantoms");
    VariantScores row = comparison.variants().get(0);
    assertEquals(List.of(1L), row.seeds(), "seed 2 lacks a fold");
    assertEquals(3, row.cases());
    assertEquals(0.6, row.cell(Metric.DICE, AVERAGE).mean(), 1e-12);
    assertTrue(comparison.notes().get(0).startsWith("3 of 8 runs are done"));
  }

  /** As after the first of many runs; the files are written all the same. */
  @Test
  void hasNoRowsBeforeASeedIsComplete(@TempDir Path folder) throws IOException {
    List<FinishedRun> runs =
        List.of(SyntheticRuns.run(key("none", 2, 0, 1), 1, 2, (c, k, m) -> 0.5));
    Comparison comparison =
        new ComparisonBuilder(SyntheticRuns.experiment(2, 1L), runs).build("Phantoms");
    assertEquals(List.of(), comparison.variants());
    assertEquals(1, comparison.notes().size());
    new ComparisonFolder(folder).write(comparison, runs, "{}");
    assertTrue(Files.readString(folder.resolve("comparison.md")).contains("1 of 4 runs"));
  }
}
