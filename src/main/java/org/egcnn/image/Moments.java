/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Arrays;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Extremes, mean and variance of some intensities. The variance of parts is put together as in
 * Chan, Golub and LeVeque (1983), so large offsets cost no digits.
 *
 * @param squares the sum of squared differences from the mean
 */
record Moments(double min, double max, double mean, double squares, long count, long nonZero) {
  private static final Moments NONE =
      new Moments(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 0, 0, 0);

  /** The moments of an image with axes x, y, z, or of its voxels other than zero. */
  static Moments of(RandomAccessibleInterval<FloatType> image, boolean nonZeroOnly) {
    PrimitiveBlocks<FloatType> blocks = Blocks.floats(image);
    int width = (int) image.dimension(0);
    int height = (int) image.dimension(1);
    Moments[] slices = new Moments[(int) image.dimension(2)];
    Chunk.forEach(
        slices.length,
        1,
        (from, to) -> {
          PrimitiveBlocks<FloatType> reader = blocks.independentCopy();
          float[] slice = new float[width * height];
          for (int z = from; z < to; z++) {
            reader.copy(FinalInterval.createMinSize(0, 0, z, width, height, 1), slice);
            slices[z] = of(slice, nonZeroOnly);
          }
        });
    // In the order of the slices, so that the number of threads changes no digit.
    return Arrays.stream(slices).reduce(NONE, Moments::plus);
  }

  private static Moments of(float[] values, boolean nonZeroOnly) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double sum = 0;
    long nonZero = 0;
    for (float v : values) {
      if (v != 0) {
        nonZero++;
      } else if (nonZeroOnly) {
        continue;
      }
      min = Math.min(min, v);
      max = Math.max(max, v);
      sum += v;
    }
    long count = nonZeroOnly ? nonZero : values.length;
    if (count == 0) {
      return NONE;
    }
    double mean = sum / count;
    double squares = 0;
    for (float v : values) {
      if (v != 0 || !nonZeroOnly) {
        squares += (v - mean) * (v - mean);
      }
    }
    return new Moments(min, max, mean, squares, count, nonZero);
  }

  private Moments plus(Moments other) {
    long n = count + other.count;
    if (n == 0) {
      return NONE;
    }
    double difference = other.mean - mean;
    return new Moments(
        Math.min(min, other.min),
        Math.max(max, other.max),
        mean + difference * other.count / n,
        squares + other.squares + difference * difference * count / n * other.count,
        n,
        nonZero + other.nonZero);
  }

  /** As published; zeros where there are no voxels. */
  Intensities.Statistics statistics() {
    // A constant leaves rounding of the mean behind, far below float32's resolution.
    return count == 0
        ? new Intensities.Statistics(0, 0, 0, 0, 0, 0)
        : new Intensities.Statistics(
            min, max, mean, min == max ? 0 : Math.sqrt(squares / count), count, nonZero);
  }
}
