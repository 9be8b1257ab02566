/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.Img;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The exact Euclidean distance from every voxel to a mask, for any spacing, in time proportional to
 * the number of voxels: one lower envelope of parabolas per line and axis (Felzenszwalb and
 * Huttenlocher 2012; Meijster, Roerdink and Hesselink 2000 for the first axis). Squared distances
 * pass from axis to axis as float32, so a distance is exact to about one part in 10⁷.
 */
public final class DistanceTransform {
  /** How many neighbouring lines are taken at once, to read whole cache lines. */
  private static final int LINES = 16;

  private final PrimitiveBlocks<ByteType> mask;
  private final double[] spacing;
  private final int width;
  private final int height;
  private final int depth;
  private final SliceImage<FloatType, float[]> result;

  private DistanceTransform(
      RandomAccessibleInterval<? extends BooleanType<?>> mask, double[] spacing) {
    Arguments.requireVolume(mask);
    Arguments.requirePositive("spacing", spacing);
    this.mask = Blocks.mask(mask);
    this.spacing = spacing.clone();
    width = (int) mask.dimension(0);
    height = (int) mask.dimension(1);
    depth = (int) mask.dimension(2);
    result = SliceImage.floats(width, height, depth);
  }

  /**
   * The distance in mm from each voxel's centre to the centre of the nearest true voxel.
   *
   * @param mask axes x, y, z
   * @param spacing the voxel size in mm along x, y, z
   * @return 0 where the mask is true; +infinity everywhere if it is true nowhere
   * @throws IllegalArgumentException if there are other than three axes or the spacing is not
   *     positive
   */
  public static Img<FloatType> toMask(
      RandomAccessibleInterval<? extends BooleanType<?>> mask, double[] spacing) {
    DistanceTransform transform = new DistanceTransform(mask, spacing);
    transform.run(true);
    return transform.result.image();
  }

  /**
   * The squared distance in mm² from each voxel's centre to the centre of the nearest true voxel.
   *
   * @param mask axes x, y, z
   * @param spacing the voxel size in mm along x, y, z
   * @return 0 where the mask is true; +infinity everywhere if it is true nowhere
   * @throws IllegalArgumentException if there are other than three axes or the spacing is not
   *     positive
   */
  public static Img<FloatType> squaredToMask(
      RandomAccessibleInterval<? extends BooleanType<?>> mask, double[] spacing) {
    DistanceTransform transform = new DistanceTransform(mask, spacing);
    transform.run(false);
    return transform.result.image();
  }

  private void run(boolean root) {
    Chunk.forEach(depth, 1, this::withinSlices);
    Chunk.forEach(height, 1, (from, to) -> acrossSlices(from, to, root));
  }

  /** Distances within each slice: along x by two scans, along y by envelopes. */
  private void withinSlices(int from, int to) {
    PrimitiveBlocks<ByteType> reader = mask.independentCopy();
    byte[] slice = new byte[width * height];
    float[] alongX = new float[width * height];
    LowerEnvelope envelope = new LowerEnvelope(height, spacing[1]);
    Lines lines = new Lines(height);
    for (int z = from; z < to; z++) {
      Interval box = FinalInterval.createMinSize(0, 0, z, width, height, 1);
      reader.copy(box, slice);
      for (int y = 0; y < height; y++) {
        scanRow(slice, y * width, alongX);
      }
      float[] out = result.array(z);
      int offset = result.offset(z);
      for (int x = 0; x < width; x += LINES) {
        int count = Math.min(LINES, width - x);
        for (int y = 0; y < height; y++) {
          lines.load(y, alongX, y * width + x, count);
        }
        lines.apply(envelope, count);
        for (int y = 0; y < height; y++) {
          lines.store(y, out, offset + y * width + x, count);
        }
      }
    }
  }

  /** Distances across slices, for some rows of all of them. */
  private void acrossSlices(int from, int to, boolean root) {
    LowerEnvelope envelope = new LowerEnvelope(depth, spacing[2]);
    Lines lines = new Lines(depth);
    for (int y = from; y < to; y++) {
      for (int x = 0; x < width; x += LINES) {
        int count = Math.min(LINES, width - x);
        int start = y * width + x;
        for (int z = 0; z < depth; z++) {
          lines.load(z, result.array(z), result.offset(z) + start, count);
        }
        lines.apply(envelope, count);
        if (root) {
          lines.takeRoot(count);
        }
        for (int z = 0; z < depth; z++) {
          lines.store(z, result.array(z), result.offset(z) + start, count);
        }
      }
    }
  }

  private void scanRow(byte[] slice, int start, float[] out) {
    double step = spacing[0];
    int last = -1;
    for (int x = 0; x < width; x++) {
      if (slice[start + x] != 0) {
        last = x;
      }
      double d = (x - last) * step;
      out[start + x] = last < 0 ? Float.POSITIVE_INFINITY : (float) (d * d);
    }
    if (last < 0) {
      return;
    }
    for (int x = last - 1; x >= 0; x--) {
      if (slice[start + x] != 0) {
        last = x;
      }
      double d = (last - x) * step;
      out[start + x] = Math.min(out[start + x], (float) (d * d));
    }
  }

  /** A bundle of neighbouring lines, each contiguous in memory. */
  private static final class Lines {
    private final double[][] in;
    private final double[][] out;

    Lines(int length) {
      in = new double[LINES][length];
      out = new double[LINES][length];
    }

    void load(int position, float[] source, int start, int count) {
      for (int i = 0; i < count; i++) {
        in[i][position] = source[start + i];
      }
    }

    void apply(LowerEnvelope envelope, int count) {
      for (int i = 0; i < count; i++) {
        envelope.apply(in[i], out[i]);
      }
    }

    void takeRoot(int count) {
      for (int i = 0; i < count; i++) {
        double[] line = out[i];
        for (int k = 0; k < line.length; k++) {
          line[k] = Math.sqrt(line[k]);
        }
      }
    }

    void store(int position, float[] target, int start, int count) {
      for (int i = 0; i < count; i++) {
        target[start + i] = (float) out[i][position];
      }
    }
  }
}
