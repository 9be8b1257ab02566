/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Arrays;
import java.util.function.BiConsumer;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.real.FloatType;

/** Every n-th intensity of a mask's voxels, in raster order. */
final class MaskedSample {
  private final PrimitiveBlocks<FloatType> image;
  private final PrimitiveBlocks<ByteType> mask;
  private final int width;
  private final int height;
  private final int depth;
  private final int most;

  MaskedSample(
      PrimitiveBlocks<FloatType> image, PrimitiveBlocks<ByteType> mask, Interval size, int most) {
    this.image = image;
    this.mask = mask;
    width = (int) size.dimension(0);
    height = (int) size.dimension(1);
    depth = (int) size.dimension(2);
    this.most = most;
  }

  float[] draw() {
    long[] before = new long[depth + 1];
    eachSlice((z, slice) -> before[z + 1] = count(slice));
    Arrays.parallelPrefix(before, Long::sum);
    long total = before[depth];
    int drawn = (int) Math.min(most, total);
    float[] samples = new float[drawn];
    eachSlice(
        (z, slice) -> {
          if (before[z + 1] > before[z]) {
            drawFrom(z, slice, before[z], total, samples);
          }
        });
    return samples;
  }

  /** Sample k is the mask's voxel number {@code k * total / samples}. */
  private void drawFrom(int z, byte[] slice, long first, long total, float[] samples) {
    float[] values = new float[width * height];
    image.independentCopy().copy(box(z), values);
    int n = samples.length;
    int k = (int) firstSample(first, total, n);
    long number = first;
    for (int i = 0; i < slice.length && k < n; i++) {
      if (slice[i] != 0) {
        if (number == index(k, total, n)) {
          samples[k++] = values[i];
        }
        number++;
      }
    }
  }

  /** The number of the mask's voxel that is sample {@code k}. */
  private static long index(long k, long total, int n) {
    return (long) ((double) k * total / n);
  }

  /** The first sample at or after a voxel of the mask. */
  private static long firstSample(long first, long total, int n) {
    long k = (long) ((double) first * n / total);
    while (k > 0 && index(k - 1, total, n) >= first) {
      k--;
    }
    while (k < n && index(k, total, n) < first) {
      k++;
    }
    return k;
  }

  private void eachSlice(BiConsumer<Integer, byte[]> work) {
    Chunk.forEach(
        depth,
        1,
        (from, to) -> {
          PrimitiveBlocks<ByteType> reader = mask.independentCopy();
          byte[] slice = new byte[width * height];
          for (int z = from; z < to; z++) {
            reader.copy(box(z), slice);
            work.accept(z, slice);
          }
        });
  }

  private Interval box(int z) {
    return FinalInterval.createMinSize(0, 0, z, width, height, 1);
  }

  private static long count(byte[] slice) {
    long count = 0;
    for (byte v : slice) {
      count += v;
    }
    return count;
  }
}
