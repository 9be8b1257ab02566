/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;

/**
 * Which label value a voxel gets. With exclusive classes: that of the likeliest channel, the first
 * of equals, channel 0 being the background. With regions: that of the last region, in the labels'
 * order, whose probability is above 0.5.
 */
final class LabelDecision {
  /** A region is taken where its probability is above this. */
  static final float THRESHOLD = 0.5f;

  private final boolean exclusive;
  private final int[] outputs;

  LabelDecision(Labels labels) {
    this.exclusive = labels.exclusive();
    this.outputs = labels.classes().stream().mapToInt(LabelClass::output).toArray();
  }

  /**
   * Decides one voxel.
   *
   * @param probabilities an array that holds the voxel's channels one after the other
   * @param at where they begin
   */
  int label(float[] probabilities, int at) {
    return exclusive ? likeliest(probabilities, at) : lastRegion(probabilities, at);
  }

  private int likeliest(float[] probabilities, int at) {
    int best = 0;
    for (int c = 1; c <= outputs.length; c++) {
      if (probabilities[at + c] > probabilities[at + best]) {
        best = c;
      }
    }
    return best == 0 ? 0 : outputs[best - 1];
  }

  private int lastRegion(float[] probabilities, int at) {
    for (int k = outputs.length - 1; k >= 0; k--) {
      if (probabilities[at + k] > THRESHOLD) {
        return outputs[k];
      }
    }
    return 0;
  }
}
