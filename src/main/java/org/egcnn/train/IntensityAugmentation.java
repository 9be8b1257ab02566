/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.random.RandomGenerator;

/**
 * Varies a crop's intensities, one channel after another: gamma, scale, shift, then noise.
 *
 * @param settings how far
 */
record IntensityAugmentation(AugmentationSettings settings) {

  /**
   * Varies a crop in place.
   *
   * @param deviation standard deviation of each channel in the whole case, the unit of shift and
   *     noise
   */
  void apply(Crop crop, double[] deviation, RandomGenerator random) {
    for (int c = 0; c < crop.channels(); c++) {
      if (settings.gamma() > 0 && random.nextDouble() < settings.share()) {
        double largest = 1 + settings.gamma();
        double exponent = Math.pow(largest, 2 * random.nextDouble() - 1);
        gamma(crop, c, exponent);
      }
      double scale = 1 + settings.intensityScale() * (2 * random.nextDouble() - 1);
      double shift = deviation[c] * settings.intensityShift() * (2 * random.nextDouble() - 1);
      linear(crop, c, (float) scale, (float) shift);
      if (settings.noise() > 0 && random.nextDouble() < settings.share()) {
        noise(crop, c, deviation[c] * settings.noise() * random.nextDouble(), random);
      }
    }
  }

  private static void linear(Crop crop, int c, float scale, float shift) {
    float[] values = crop.images();
    for (int i = c; i < values.length; i += crop.channels()) {
      values[i] = values[i] * scale + shift;
    }
  }

  /** Bends intensities between the crop's smallest and largest, which stay where they are. */
  private static void gamma(Crop crop, int c, double exponent) {
    float[] values = crop.images();
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = c; i < values.length; i += crop.channels()) {
      low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
    }
    float range = high - low;
    if (range > 0) {
      for (int i = c; i < values.length; i += crop.channels()) {
        values[i] = low + range * (float) Math.pow((values[i] - low) / range, exponent);
      }
    }
  }

  private static void noise(Crop crop, int c, double sigma, RandomGenerator random) {
    float[] values = crop.images();
    for (int i = c; i < values.length; i += crop.channels()) {
      values[i] += (float) (sigma * random.nextGaussian());
    }
  }
}
