/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.SplittableRandom;

/**
 * The endless sequence of cases that crops are cut from: one random order of all cases after
 * another, so that after any number of crops no case is ahead of another by more than one crop.
 * Safe for use by several threads.
 */
final class CaseOrder {
  private final int cases;
  private final Seeds seeds;

  CaseOrder(int cases, Seeds seeds) {
    this.cases = cases;
    this.seeds = seeds;
  }

  /** The index of the case at a position of the sequence, from 0. */
  int at(long position) {
    SplittableRandom random = seeds.order(position / cases);
    int[] order = new int[cases];
    for (int i = 0; i < cases; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order[(int) (position % cases)];
  }
}
