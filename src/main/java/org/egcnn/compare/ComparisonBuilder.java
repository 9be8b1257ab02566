/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.egcnn.compare.statistics.BootstrapInterval;
import org.egcnn.compare.statistics.HolmCorrection;
import org.egcnn.compare.statistics.SampleSpread;
import org.egcnn.compare.statistics.WilcoxonSignedRank;
import org.egcnn.evaluate.Metric;
import org.egcnn.model.Backbone;

/** Computes the outcome of an experiment from its finished runs. */
final class ComparisonBuilder {
  /** Decides the bootstrap's drawing, so that the same scores give the same intervals. */
  private static final long BOOTSTRAP_SEED = 1;

  private final Experiment experiment;
  private final List<FinishedRun> finished;
  private final List<Region> regions;

  /** A backbone in a variant. */
  private record Row(Backbone backbone, String variant) {}

  /**
   * A builder.
   *
   * @param finished at least one run
   */
  ComparisonBuilder(Experiment experiment, List<FinishedRun> finished) {
    this.experiment = experiment;
    this.finished = finished;
    this.regions = Region.of(finished.get(0).scores().classes(), experiment.scoring().meanName());
  }

  /** The outcome. */
  Comparison build(String dataset) {
    Map<Row, RunGroup> groups = new LinkedHashMap<>();
    for (Backbone backbone : experiment.backbones()) {
      for (Variant variant : experiment.variants()) {
        RunGroup group = RunGroup.of(finished, backbone, variant.name());
        if (!group.isEmpty()) {
          groups.put(new Row(backbone, variant.name()), group);
        }
      }
    }
    List<PairedDifference> differences = corrected(differences(groups));
    List<VariantScores> rows = groups.values().stream().map(g -> g.row(regions)).toList();
    int planned = experiment.runs().size();
    return new Comparison(
        experiment.name(),
        dataset,
        experiment.scoring().policy().name().toLowerCase(Locale.ROOT),
        experiment.scoring().toleranceMm(),
        finished.size(),
        planned,
        regions,
        rows,
        differences,
        new ComparisonNotes(planned, finished, rows, differences).lines());
  }

  private List<PairedDifference> differences(Map<Row, RunGroup> groups) {
    List<PairedDifference> differences = new ArrayList<>();
    groups.forEach(
        (row, group) -> {
          experiment
              .variant(row.variant())
              .against()
              .map(other -> groups.get(new Row(row.backbone(), other)))
              .ifPresent(
                  other -> {
                    for (Metric metric : ComparedMetric.ALL) {
                      for (Region region : regions) {
                        difference(row, group, other, metric, region, differences);
                      }
                    }
                  });
        });
    return differences;
  }

  private void difference(
      Row row,
      RunGroup group,
      RunGroup other,
      Metric metric,
      Region region,
      List<PairedDifference> differences) {
    Set<Long> seeds = new TreeSet<>(group.seeds());
    seeds.retainAll(other.seeds());
    List<double[]> byCase = new ArrayList<>();
    int leftOut = 0;
    for (String name : group.cases()) {
      double[] bySeed =
          seeds.stream()
              .mapToDouble(
                  seed -> region.difference(group.scores(seed), other.scores(seed), name, metric))
              .toArray();
      // NaN if one of the two has no value
      if (Double.isNaN(SampleSpread.mean(bySeed))) {
        leftOut++;
      } else {
        byCase.add(bySeed);
      }
    }
    if (byCase.isEmpty()) {
      return;
    }
    List<Double> seedDifferences = new ArrayList<>();
    for (int s = 0; s < seeds.size(); s++) {
      int seed = s;
      seedDifferences.add(byCase.stream().mapToDouble(d -> d[seed]).average().orElseThrow());
    }
    double[] values = byCase.stream().mapToDouble(SampleSpread::mean).toArray();
    differences.add(
        new PairedDifference(
            row.backbone().label(),
            row.variant(),
            experiment.variant(row.variant()).against().orElseThrow(),
            metric,
            region.name(),
            List.copyOf(seeds),
            seedDifferences,
            values.length,
            leftOut,
            BootstrapInterval.ofMean(values, BOOTSTRAP_SEED),
            WilcoxonSignedRank.of(values),
            Optional.empty()));
  }

  /** The tests of the main region over all metrics, variants and backbones are one family. */
  private List<PairedDifference> corrected(List<PairedDifference> differences) {
    String main = regions.get(0).name();
    List<PairedDifference> tested =
        differences.stream().filter(d -> d.region().equals(main)).toList();
    double[] p = HolmCorrection.of(tested.stream().mapToDouble(d -> d.test().p()).toArray());
    return differences.stream()
        .map(
            d -> {
              int place = tested.indexOf(d);
              return place < 0 ? d : d.corrected(p[place]);
            })
        .toList();
  }
}
