/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.List;

/**
 * The outcome of an experiment, as far as its runs are done.
 *
 * @param name the experiment's name
 * @param dataset the dataset's name
 * @param policy what empty masks are worth
 * @param toleranceMm the tolerance of the normalised surface Dice, mm
 * @param finishedRuns runs done
 * @param plannedRuns runs of the whole experiment
 * @param regions the tables' columns, the main one first
 * @param variants the tables' rows, in the experiment's order
 * @param differences each variant against the one it is compared with, by metric and region; those
 *     of the main region are tested
 * @param notes what a reader must know before believing the numbers
 */
record Comparison(
    String name,
    String dataset,
    String policy,
    double toleranceMm,
    int finishedRuns,
    int plannedRuns,
    List<Region> regions,
    List<VariantScores> variants,
    List<PairedDifference> differences,
    List<String> notes) {

  /** Copies the lists. */
  Comparison {
    regions = List.copyOf(regions);
    variants = List.copyOf(variants);
    differences = List.copyOf(differences);
    notes = List.copyOf(notes);
  }

  /** The differences that were tested, those of the main region. */
  List<PairedDifference> tested() {
    return differences.stream().filter(d -> d.correctedP().isPresent()).toList();
  }

  /** Whether there are several backbones, so that they must be named. */
  boolean hasBackbones() {
    return variants.stream().map(VariantScores::backbone).distinct().count() > 1;
  }
}
