/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.List;
import org.egcnn.evaluate.Metric;

/**
 * A row of the tables: one backbone in one variant.
 *
 * @param backbone the backbone's name
 * @param variant the variant's name
 * @param seeds the seeds of which all folds are done
 * @param cases the cases that were scored
 * @param width channels at the finest resolution
 * @param parameters trainable weights
 * @param trainingBytes the memory that a training step was expected to take at its peak
 * @param epochs epochs of each training, the most of all runs
 * @param secondsPerEpoch the median over all epochs' steps of a run, the median of all runs
 * @param trainingSeconds the seconds of a training with its validations, the mean of all runs
 * @param cells the scores, by metric and region
 */
record VariantScores(
    String backbone,
    String variant,
    List<Long> seeds,
    int cases,
    int width,
    long parameters,
    long trainingBytes,
    int epochs,
    double secondsPerEpoch,
    double trainingSeconds,
    List<ScoreCell> cells) {

  /** Copies the lists. */
  VariantScores {
    seeds = List.copyOf(seeds);
    cells = List.copyOf(cells);
  }

  /** One score. */
  ScoreCell cell(Metric metric, Region region) {
    return cells.stream()
        .filter(c -> c.metric().equals(metric.key()) && c.region().equals(region.name()))
        .findFirst()
        .orElseThrow();
  }
}
