/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.egcnn.model.Backbone;

/**
 * What is compared: every backbone in every variant, trained from every seed on the same cases.
 * {@code docs/comparing.md} describes the file that it is read from.
 *
 * @param name what it is called
 * @param data the dataset's folder, if the file names one
 * @param cases which cases train and which validate
 * @param backbones the main streams
 * @param variants the ways to build and train, at least one
 * @param seeds the seeds
 * @param scoring how results are judged
 */
record Experiment(
    String name,
    Optional<Path> data,
    CaseChoice cases,
    List<Backbone> backbones,
    List<Variant> variants,
    List<Long> seeds,
    Scoring scoring) {

  /** Copies the lists. */
  Experiment {
    backbones = List.copyOf(backbones);
    variants = List.copyOf(variants);
    seeds = List.copyOf(seeds);
  }

  /** The variant of a name. */
  Variant variant(String wanted) {
    return variants.stream().filter(v -> v.name().equals(wanted)).findFirst().orElseThrow();
  }

  /**
   * The runs in their order: one seed of everything comes before the next, so that tables fill up
   * evenly; ensembles of all seeds come last.
   */
  List<RunKey> runs() {
    List<RunKey> runs = new ArrayList<>();
    seeds.forEach(seed -> addRuns(Optional.of(seed), runs));
    addRuns(Optional.empty(), runs);
    return runs;
  }

  private void addRuns(Optional<Long> seed, List<RunKey> runs) {
    for (int fold = 0; fold < Math.max(1, cases.folds()); fold++) {
      for (Backbone backbone : backbones) {
        for (Variant variant : variants) {
          if (variant.ensembleOf().isPresent() == seed.isEmpty()) {
            runs.add(new RunKey(backbone, variant.name(), cases.folds(), fold, seed));
          }
        }
      }
    }
  }
}
