/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.inspect;

import java.util.Optional;

/** The mean over cases of the Dice of two sets of edge voxels. */
final class EdgeCounts {
  private double sum;
  private int cases;

  /** Adds a case; one without any edge counts for nothing. */
  void add(boolean[] a, boolean[] b) {
    long both = 0;
    long all = 0;
    for (int i = 0; i < a.length; i++) {
      both += a[i] && b[i] ? 1 : 0;
      all += (a[i] ? 1 : 0) + (b[i] ? 1 : 0);
    }
    if (all > 0) {
      sum += 2.0 * both / all;
      cases++;
    }
  }

  /** The mean; empty without a case that has edges. */
  Optional<Double> mean() {
    return cases == 0 ? Optional.empty() : Optional.of(sum / cases);
  }
}
