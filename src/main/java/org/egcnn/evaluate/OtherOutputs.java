/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.List;

/**
 * The other files that a segmentation may have written beside its masks: named like the case, with
 * a suffix.
 */
final class OtherOutputs {
  /** The suffix of edge probabilities. */
  static final String EDGES = "_edges";

  /** The suffix of class probabilities. */
  static final String PROBABILITIES = "_probabilities";

  /** The suffix of gates' attention. */
  private static final String GATES = "_gates";

  private OtherOutputs() {}

  /** The name of the case that such a file belongs to; the name itself for a mask's file. */
  static String caseOf(String baseName) {
    for (String suffix : List.of(EDGES, PROBABILITIES, GATES)) {
      if (baseName.endsWith(suffix)) {
        return baseName.substring(0, baseName.length() - suffix.length());
      }
    }
    return baseName;
  }
}
