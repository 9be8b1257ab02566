/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.SplittableRandom;

/**
 * Gives every random decision of a training a seed of its own, computed from the training's seed
 * and the decision's place. So a resumed training and one with other threads draw the same numbers.
 *
 * @param seed the training's seed
 */
record Seeds(long seed) {
  private static final long WEIGHTS = 1;
  private static final long ORDER = 2;
  private static final long CROP = 3;
  private static final long NOISE = 4;
  private static final long PREVIEW = 5;

  /** The seed of the first weights. */
  long weights() {
    return mix(WEIGHTS);
  }

  /** The numbers that order the cases in one pass over them. */
  SplittableRandom order(long pass) {
    return new SplittableRandom(mix(ORDER, pass));
  }

  /** The numbers that decide place and variation of one crop. */
  SplittableRandom crop(int epoch, int step, int index) {
    return new SplittableRandom(mix(CROP, epoch, step, index));
  }

  /** The seed of the engine's Gumbel noise in one step. */
  long noise(int epoch, int step) {
    return mix(NOISE, epoch, step);
  }

  /** The numbers that decide the place of the crop that is shown during the training. */
  SplittableRandom preview() {
    return new SplittableRandom(mix(PREVIEW));
  }

  private long mix(long... place) {
    long hash = scramble(seed);
    for (long p : place) {
      hash = scramble(hash + p);
    }
    return hash;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014) after its golden-ratio increment. */
  private static long scramble(long z) {
    z += 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
