/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.Optional;
import org.egcnn.model.Backbone;

/**
 * Which of an experiment's runs.
 *
 * @param backbone the main stream
 * @param variant the variant's name
 * @param folds the experiment's folds, 0 for one split
 * @param fold the fold that validates, from 0
 * @param seed the seed; empty for the networks of all seeds together
 */
record RunKey(Backbone backbone, String variant, int folds, int fold, Optional<Long> seed) {

  /** The run's name, which is that of its folder, such as {@code seg-net_edge-stream_seed1}. */
  String name() {
    String cases = folds > 0 ? "_fold" + fold : "";
    return backbone.label()
        + "_"
        + Variant.slug(variant)
        + cases
        + seed.map(s -> "_seed" + s).orElse("");
  }

  @Override
  public String toString() {
    String cases = folds > 0 ? ", fold " + fold : "";
    return backbone.label() + ", " + variant + cases + seed.map(s -> ", seed " + s).orElse("");
  }
}
