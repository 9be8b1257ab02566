/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A uniform random sample of fixed size from a stream of unknown length (algorithm R, Vitter 1985).
 * The same stream and seed give the same sample.
 */
final class Reservoir {
  private final float[] sample;
  private final SplittableRandom random;
  private long seen;

  Reservoir(int capacity, long seed) {
    sample = new float[capacity];
    random = new SplittableRandom(seed);
  }

  void add(float value) {
    if (seen < sample.length) {
      sample[(int) seen] = value;
    } else {
      long at = random.nextLong(seen + 1);
      if (at < sample.length) {
        sample[(int) at] = value;
      }
    }
    seen++;
  }

  /** The sample; all values if there were no more than the capacity. */
  float[] values() {
    return Arrays.copyOf(sample, (int) Math.min(seen, sample.length));
  }
}
