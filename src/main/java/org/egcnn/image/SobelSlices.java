/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import net.imglib2.FinalInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The Sobel gradient's magnitude, a slice at a time. A task keeps the in-plane parts of three
 * neighbouring slices and nothing else: 11 slices of float32 a thread.
 */
final class SobelSlices {

  /** Takes the slices; called from several threads at once, each slice once, in no set order. */
  interface Receiver {
    /**
     * Takes one slice.
     *
     * @param z the slice
     * @param magnitude its magnitudes, x fastest; valid during the call only
     */
    void slice(int z, float[] magnitude);
  }

  private final PrimitiveBlocks<FloatType> source;
  private final int width;
  private final int height;
  private final int depth;
  private final float scaleX;
  private final float scaleY;
  private final float scaleZ;

  /**
   * Prepares a source.
   *
   * @param source the image, zero-min
   * @param size its size x, y, z
   * @param spacing mm along x, y, z
   */
  SobelSlices(PrimitiveBlocks<FloatType> source, long[] size, double[] spacing) {
    this.source = source;
    width = (int) size[0];
    height = (int) size[1];
    depth = (int) size[2];
    // The passes leave out the kernels' divisors: 2 along one axis, 4 along the two others.
    scaleX = (float) (1 / (32 * spacing[0]));
    scaleY = (float) (1 / (32 * spacing[1]));
    scaleZ = (float) (1 / (32 * spacing[2]));
  }

  /** Computes all slices in parallel. */
  void forEach(Receiver receiver) {
    // A stretch of slices costs two more at its ends.
    Chunk.forEach(depth, 8, (from, to) -> run(from, to, receiver));
  }

  private void run(int from, int to, Receiver receiver) {
    PrimitiveBlocks<FloatType> reader = source.independentCopy();
    Ring ring = new Ring(width, height);
    float[] magnitude = new float[width * height];
    int loaded = Math.max(0, from - 1);
    for (int z = from; z < to; z++) {
      for (; loaded <= Math.min(z + 1, depth - 1); loaded++) {
        reader.copy(FinalInterval.createMinSize(0, 0, loaded, width, height, 1), ring.slice);
        ring.put(loaded);
      }
      combine(ring, Math.max(0, z - 1), z, Math.min(z + 1, depth - 1), magnitude);
      receiver.slice(z, magnitude);
    }
  }

  private void combine(Ring ring, int before, int here, int after, float[] out) {
    float[] smooth0 = ring.smooth[before % 3];
    float[] smooth2 = ring.smooth[after % 3];
    float[] dx0 = ring.dx[before % 3];
    float[] dx1 = ring.dx[here % 3];
    float[] dx2 = ring.dx[after % 3];
    float[] dy0 = ring.dy[before % 3];
    float[] dy1 = ring.dy[here % 3];
    float[] dy2 = ring.dy[after % 3];
    for (int i = 0; i < out.length; i++) {
      float gx = (dx0[i] + 2 * dx1[i] + dx2[i]) * scaleX;
      float gy = (dy0[i] + 2 * dy1[i] + dy2[i]) * scaleY;
      float gz = (smooth2[i] - smooth0[i]) * scaleZ;
      out[i] = (float) Math.sqrt(gx * gx + gy * gy + gz * gz);
    }
  }

  /** The in-plane passes of the last three slices. */
  private static final class Ring {
    private final int width;
    private final int height;
    private final float[] slice;
    private final float[][] smooth;
    private final float[][] dx;
    private final float[][] dy;
    private final float[] smoothRow;
    private final float[] differenceRow;

    Ring(int width, int height) {
      this.width = width;
      this.height = height;
      slice = new float[width * height];
      smooth = new float[3][width * height];
      dx = new float[3][width * height];
      dy = new float[3][width * height];
      smoothRow = new float[width + 2];
      differenceRow = new float[width + 2];
    }

    /** Filters {@link #slice} into the place of slice {@code z}. */
    void put(int z) {
      for (int y = 0; y < height; y++) {
        alongY(Math.max(0, y - 1) * width, y * width, Math.min(height - 1, y + 1) * width);
        alongX(y * width, smooth[z % 3], dx[z % 3], dy[z % 3]);
      }
    }

    private void alongY(int before, int here, int after) {
      for (int x = 0; x < width; x++) {
        float a = slice[before + x];
        float b = slice[after + x];
        smoothRow[x + 1] = a + 2 * slice[here + x] + b;
        differenceRow[x + 1] = b - a;
      }
      // One more voxel at each end replicates the border.
      smoothRow[0] = smoothRow[1];
      smoothRow[width + 1] = smoothRow[width];
      differenceRow[0] = differenceRow[1];
      differenceRow[width + 1] = differenceRow[width];
    }

    private void alongX(int start, float[] smooth, float[] dx, float[] dy) {
      for (int x = 0; x < width; x++) {
        smooth[start + x] = smoothRow[x] + 2 * smoothRow[x + 1] + smoothRow[x + 2];
        dx[start + x] = smoothRow[x + 2] - smoothRow[x];
        dy[start + x] = differenceRow[x] + 2 * differenceRow[x + 1] + differenceRow[x + 2];
      }
    }
  }
}
