/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.Locale;
import java.util.Optional;

/**
 * One of the ways to build and train that an experiment compares.
 *
 * @param name its name in tables
 * @param settings its settings
 * @param widerThan the variant that a wider backbone is to match: the width is then the smallest
 *     with at least as many weights
 * @param against the variant that it is compared with; empty for one that others are compared with
 * @param ensembleOf the variant whose seeds segment together; nothing is trained then
 * @param equalTime whether it trains as many epochs as take the time that {@link #against} takes
 */
record Variant(
    String name,
    RunSettings settings,
    Optional<String> widerThan,
    Optional<String> against,
    Optional<String> ensembleOf,
    boolean equalTime) {

  /** The name as part of a folder's name. */
  String slug() {
    return slug(name);
  }

  /** A name with all but letters and digits replaced by {@code -}. */
  static String slug(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }
}
