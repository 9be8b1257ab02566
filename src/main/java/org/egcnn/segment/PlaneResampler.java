/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;

/**
 * Takes planes on the network grid and gives planes on another grid of the same place, each channel
 * interpolated linearly, as soon as the two network planes around one are known. Holds three
 * network planes and one plane of the other grid.
 */
final class PlaneResampler implements PlaneSink {
  private final int sourceWidth;
  private final long sourceDepth;
  private final int width;
  private final int height;
  private final long depth;
  private final int channels;
  private final LinearAxis[] axes;
  private final PlaneSink target;
  private final float[][] recent;
  private final float[] blended;
  private final float[] result;
  private long next;

  /**
   * A resampler between two grids.
   *
   * @param source size of the network grid x, y, z
   * @param size size of the other grid x, y, z, of which every border falls on the network grid's
   * @param channels values a voxel
   * @param target takes the planes of the other grid
   */
  PlaneResampler(long[] source, long[] size, int channels, PlaneSink target) {
    this.sourceWidth = Math.toIntExact(source[0]);
    this.sourceDepth = source[2];
    this.width = Math.toIntExact(size[0]);
    this.height = Math.toIntExact(size[1]);
    this.depth = size[2];
    this.channels = channels;
    this.target = target;
    this.axes = new LinearAxis[3];
    for (int d = 0; d < 3; d++) {
      axes[d] = new LinearAxis(Math.toIntExact(source[d]), Math.toIntExact(size[d]));
    }
    int plane = Math.toIntExact(source[0] * source[1] * channels);
    this.recent = new float[2][plane];
    this.blended = new float[plane];
    this.result = new float[Math.toIntExact(size[0] * size[1] * channels)];
  }

  @Override
  public void plane(long z, float[] values) {
    System.arraycopy(values, 0, recent[(int) (z % 2)], 0, values.length);
    while (next < depth && upper((int) next) <= z) {
      target.plane(next, interpolate((int) next));
      next++;
    }
  }

  /** The last network plane that a plane of the other grid needs. */
  private long upper(int z) {
    return Math.min(sourceDepth - 1, axes[2].lower(z) + (axes[2].fraction(z) > 0 ? 1 : 0));
  }

  private float[] interpolate(int z) {
    int lower = axes[2].lower(z);
    float fraction = axes[2].fraction(z);
    float[] below = recent[lower % 2];
    float[] source = below;
    if (fraction > 0) {
      float[] above = recent[(lower + 1) % 2];
      for (int i = 0; i < blended.length; i++) {
        blended[i] = below[i] + fraction * (above[i] - below[i]);
      }
      source = blended;
    }
    float[] plane = source;
    Parallelization.getTaskExecutor()
        .forEach(IntStream.range(0, height).boxed().toList(), y -> interpolateRow(plane, y));
    return result;
  }

  private void interpolateRow(float[] plane, int y) {
    int row = axes[1].lower(y) * sourceWidth;
    int rowAbove = axes[1].fraction(y) > 0 ? row + sourceWidth : row;
    float fy = axes[1].fraction(y);
    int to = y * width * channels;
    for (int x = 0; x < width; x++) {
      int left = axes[0].lower(x);
      float fx = axes[0].fraction(x);
      int right = fx > 0 ? left + 1 : left;
      for (int c = 0; c < channels; c++, to++) {
        float below = mix(plane, row + left, row + right, c, fx);
        float above = mix(plane, rowAbove + left, rowAbove + right, c, fx);
        result[to] = below + fy * (above - below);
      }
    }
  }

  private float mix(float[] plane, int left, int right, int c, float fraction) {
    float a = plane[left * channels + c];
    return a + fraction * (plane[right * channels + c] - a);
  }
}
