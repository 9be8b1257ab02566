/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import org.egcnn.model.Backbone;

/**
 * Which of an experiment's runs.
 *
 * @param backbone the main stream
 * @param variant the variant's name
 * @param folds the experiment's folds, 0 for one split
 * @param fold the fold that validates, from 0
 * @param seed the seed
 */
record RunKey(Backbone backbone, String variant, int folds, int fold, long seed) {

  /** The run's name, which is that of its folder, such as {@code seg-net_edge-stream_seed1}. */
  String name() {
    String cases = folds > 0 ? "_fold" + fold : "";
    return backbone.label() + "_" + Variant.slug(variant) + cases + "_seed" + seed;
  }

  @Override
  public String toString() {
    String cases = folds > 0 ? ", fold " + fold : "";
    return backbone.label() + ", " + variant + cases + ", seed " + seed;
  }
}
