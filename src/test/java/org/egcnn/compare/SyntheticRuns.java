/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.egcnn.dataset.PreprocessingChoice;
import org.egcnn.dataset.Split;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.evaluate.Metric;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;
import org.egcnn.train.Environment;
import org.egcnn.train.NetworkChoice;
import org.egcnn.train.TrainingSettings;

/** Finished runs with made-up scores. */
final class SyntheticRuns {
  static final List<String> CLASSES = List.of("kidney", "tumour");

  private SyntheticRuns() {}

  /** The score of a case in a class. */
  @FunctionalInterface
  interface Scores {
    double of(int caseNumber, int classIndex, Metric metric);
  }

  /** An experiment with two variants, the second against the first. */
  static Experiment experiment(int folds, Long... seeds) {
    TrainingSettings training = TrainingSettings.builder(new Size(16, 16, 16)).epochs(2).build();
    RunSettings settings =
        new RunSettings(
            NetworkChoice.standard(),
            LossSettings.standard(),
            PreprocessingChoice.fromData(),
            training,
            Optional.empty(),
            0);
    return new Experiment(
        "Made up",
        Optional.empty(),
        new CaseChoice(Optional.empty(), folds, 0.8, 1),
        List.of(Backbone.SEG_NET),
        List.of(
            variant("none", settings, Optional.empty(), Optional.empty()),
            variant("edge stream", settings, Optional.of("none"), Optional.empty())),
        List.of(seeds),
        Scoring.standard());
  }

  /** The same with a third variant, the networks of the first one's seeds together. */
  static Experiment together(Experiment plain) {
    List<Variant> variants = new ArrayList<>(plain.variants());
    Variant none = variants.get(0);
    variants.add(variant("together", none.settings(), Optional.of("none"), Optional.of("none")));
    return new Experiment(
        plain.name(),
        plain.data(),
        plain.cases(),
        plain.backbones(),
        variants,
        plain.seeds(),
        plain.scoring());
  }

  private static Variant variant(
      String name, RunSettings settings, Optional<String> against, Optional<String> ensembleOf) {
    return new Variant(name, settings, Optional.empty(), against, ensembleOf, false);
  }

  /** The networks of several runs together, which scored the same cases. */
  static FinishedRun together(RunKey key, List<FinishedRun> members, Scores scores) {
    FinishedRun like = members.get(0);
    int cases = like.scores().cases().size();
    SavedScores scored = run(like.plan().key(), 1, cases, scores).scores();
    PlannedRun plan =
        PlannedRun.together(
            9, key, members.stream().map(FinishedRun::plan).toList(), Path.of("runs", key.name()));
    return new FinishedRun(plan, result(), scored, new SavedHistory(List.of()));
  }

  /** A run that scored cases {@code first} to {@code last}. */
  static FinishedRun run(RunKey key, int first, int last, Scores scores) {
    Map<String, List<Map<Metric, Double>>> cases = new TreeMap<>();
    List<String> names = new ArrayList<>();
    for (int c = first; c <= last; c++) {
      List<Map<Metric, Double>> classes = new ArrayList<>();
      for (int k = 0; k < CLASSES.size(); k++) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
          values.put(metric, scores.of(c, k, metric));
        }
        classes.add(values);
      }
      names.add("case%02d".formatted(c));
      cases.put("case%02d".formatted(c), classes);
    }
    PlannedRun plan =
        new PlannedRun(
            1,
            key,
            new Architecture(Backbone.SEG_NET, 1, 2, true, 8, 4, 3, Optional.empty()),
            LossSettings.standard(),
            PreprocessingChoice.fromData(),
            TrainingSettings.builder(new Size(16, 16, 16))
                .epochs(2)
                .seed(key.seed().orElseThrow())
                .build(),
            Optional.empty(),
            new Split(List.of("other"), names),
            Map.of(),
            Scoring.standard(),
            key.variant().equals("none") ? 1000 : 1300,
            2_000_000_000L,
            Path.of("runs", key.name()),
            List.of());
    return new FinishedRun(
        plan,
        result(),
        new SavedScores(CLASSES, cases),
        new SavedHistory(
            List.of(
                new SavedHistory.SavedEpoch(1, 0.9, 1.5, 0.4, 0.1),
                new SavedHistory.SavedEpoch(2, 0.5, 1.5, 0.6, 0.1))));
  }

  /** The same run, asked to be computed in a precision and computed in one. */
  static FinishedRun computed(FinishedRun run, Optional<Precision> asked, Precision used) {
    PlannedRun p = run.plan();
    PlannedRun plan =
        new PlannedRun(
            p.number(),
            p.key(),
            p.architecture(),
            p.losses(),
            p.preprocessing(),
            p.training(),
            asked,
            p.split(),
            p.fileLengths(),
            p.scoring(),
            p.parameters(),
            p.bytes(),
            p.folder(),
            p.members());
    RunResult r = run.result();
    Environment e = r.environment();
    RunResult result =
        new RunResult(
            r.finished(),
            new Environment(
                e.software(),
                e.commit(),
                e.engine(),
                e.java(),
                e.system(),
                e.processors(),
                Optional.of(used)),
            r.parameters(),
            r.trainingBytes(),
            r.epochs(),
            r.bestEpoch(),
            r.secondsPerEpoch(),
            r.trainingSeconds());
    return new FinishedRun(plan, result, run.scores(), run.history());
  }

  /** What a run took. */
  static RunResult result() {
    return new RunResult(
        "2026-11-23T12:00:00Z",
        new Environment("EG-CNN 1", "abc", "Engine 1", "17", "Linux", 2, Optional.empty()),
        1000,
        2000,
        2,
        2,
        1.5,
        90);
  }
}
