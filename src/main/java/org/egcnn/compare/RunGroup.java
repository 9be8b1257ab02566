/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.egcnn.compare.statistics.SampleSpread;
import org.egcnn.evaluate.Metric;
import org.egcnn.model.Backbone;

/**
 * The finished runs of one backbone in one variant. A seed counts once all its folds are done; the
 * folds' validation cases are then taken together. Networks of several seeds together have one
 * score, which stands for each of these seeds.
 */
final class RunGroup {
  private final List<FinishedRun> runs;
  private final Map<Long, SavedScores> bySeed;

  private RunGroup(List<FinishedRun> runs, Map<Long, SavedScores> bySeed) {
    this.runs = runs;
    this.bySeed = bySeed;
  }

  /** Those of a backbone and variant among all finished runs. */
  static RunGroup of(List<FinishedRun> finished, Backbone backbone, String variant) {
    Map<Long, List<FinishedRun>> seeds = new TreeMap<>();
    for (FinishedRun run : finished) {
      RunKey key = run.plan().key();
      if (key.backbone() == backbone && key.variant().equals(variant)) {
        for (long seed : seeds(run.plan())) {
          seeds.computeIfAbsent(seed, s -> new ArrayList<>()).add(run);
        }
      }
    }
    Set<FinishedRun> runs = new LinkedHashSet<>();
    Map<Long, SavedScores> bySeed = new TreeMap<>();
    seeds.forEach(
        (seed, folds) -> {
          if (folds.size() == Math.max(1, folds.get(0).plan().key().folds())) {
            runs.addAll(folds);
            bySeed.put(
                seed,
                folds.stream().map(FinishedRun::scores).reduce(SavedScores::with).orElseThrow());
          }
        });
    return new RunGroup(List.copyOf(runs), bySeed);
  }

  private static List<Long> seeds(PlannedRun plan) {
    return plan.trains()
        ? List.of(plan.key().seed().orElseThrow())
        : plan.members().stream().flatMap(member -> seeds(member).stream()).toList();
  }

  /** Whether no seed is complete. */
  boolean isEmpty() {
    return bySeed.isEmpty();
  }

  /** The complete seeds, ascending. */
  Set<Long> seeds() {
    return bySeed.keySet();
  }

  /** The scores of a seed's cases. */
  SavedScores scores(long seed) {
    return bySeed.get(seed);
  }

  /** The names of the cases. */
  Set<String> cases() {
    Set<String> names = new TreeSet<>();
    bySeed.values().forEach(scores -> names.addAll(scores.cases().keySet()));
    return names;
  }

  /** A score: mean and standard deviation over seeds of the mean over cases. */
  ScoreCell cell(Metric metric, Region region) {
    List<Double> means = new ArrayList<>();
    int fewest = Integer.MAX_VALUE;
    boolean together = runs.stream().anyMatch(run -> !run.plan().trains());
    Collection<SavedScores> different =
        together ? List.of(bySeed.values().iterator().next()) : bySeed.values();
    for (SavedScores scores : different) {
      double[] values =
          scores.cases().keySet().stream()
              .mapToDouble(name -> region.value(scores, name, metric))
              .filter(v -> !Double.isNaN(v))
              .toArray();
      fewest = Math.min(fewest, values.length);
      if (values.length > 0) {
        means.add(SampleSpread.mean(values));
      }
    }
    double[] overSeeds = means.stream().mapToDouble(Double::doubleValue).toArray();
    return new ScoreCell(
        metric.key(),
        region.name(),
        SampleSpread.mean(overSeeds),
        SampleSpread.std(overSeeds),
        fewest);
  }

  /** The table's row. */
  VariantScores row(List<Region> regions) {
    PlannedRun plan = runs.get(0).plan();
    List<ScoreCell> cells = new ArrayList<>();
    for (Metric metric : ComparedMetric.ALL) {
      regions.forEach(region -> cells.add(cell(metric, region)));
    }
    return new VariantScores(
        plan.key().backbone().label(),
        plan.key().variant(),
        List.copyOf(seeds()),
        cases().size(),
        plan.architecture().width(),
        plan.parameters(),
        plan.bytes(),
        runs.stream().mapToInt(r -> r.result().epochs()).max().orElseThrow(),
        SampleSpread.median(of(r -> r.result().secondsPerEpoch())),
        SampleSpread.mean(of(r -> r.result().trainingSeconds())),
        cells);
  }

  private double[] of(ToDoubleFunction<FinishedRun> value) {
    return runs.stream().mapToDouble(value).toArray();
  }
}
