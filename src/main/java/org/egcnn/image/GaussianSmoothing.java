/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Arrays;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Smoothing by a Gaussian, an axis after the other. The kernel is the Gaussian at whole voxels up
 * to 4 sigma, its sum 1; the image is mirrored at its border, {@code b a | a b c | c b}: what SciPy
 * does by default.
 */
public final class GaussianSmoothing {
  private GaussianSmoothing() {}

  /**
   * Smooths an image.
   *
   * @param image axes x, y, z
   * @param sigmaVoxels standard deviation in voxels along x, y, z; 0 leaves an axis as it is
   * @throws IllegalArgumentException if there are other than three axes, or a sigma is negative or
   *     above a million
   */
  public static Img<FloatType> smooth(
      RandomAccessibleInterval<FloatType> image, double[] sigmaVoxels) {
    Arguments.requireVolume(image);
    if (sigmaVoxels.length != 3
        || Arrays.stream(sigmaVoxels).anyMatch(s -> !(s >= 0 && s <= 1e6))) {
      throw new IllegalArgumentException(
          "sigma needs three numbers between 0 and a million: " + Arrays.toString(sigmaVoxels));
    }
    SliceImage<FloatType, float[]> result = SliceImage.floats(image.dimensionsAsLongArray());
    float[][] kernels =
        Arrays.stream(sigmaVoxels).mapToObj(GaussianSmoothing::kernel).toArray(float[][]::new);
    withinSlices(Blocks.floats(image), image.dimensionsAsLongArray(), kernels, result);
    acrossSlices(image.dimensionsAsLongArray(), kernels[2], result);
    return result.image();
  }

  /** The kernel's middle and one half: the weights of the distances 0, 1, 2, ... */
  private static float[] kernel(double sigma) {
    int radius = (int) (4 * sigma + 0.5);
    double[] weights = new double[radius + 1];
    double sum = 0;
    for (int i = 0; i <= radius; i++) {
      weights[i] = i == 0 ? 1 : Math.exp(-0.5 * i * i / (sigma * sigma));
      sum += i == 0 ? 1 : 2 * weights[i];
    }
    float[] kernel = new float[radius + 1];
    for (int i = 0; i <= radius; i++) {
      kernel[i] = (float) (weights[i] / sum);
    }
    return kernel;
  }

  private static void withinSlices(
      PrimitiveBlocks<FloatType> source,
      long[] size,
      float[][] kernels,
      SliceImage<FloatType, float[]> result) {
    int width = (int) size[0];
    int height = (int) size[1];
    Chunk.forEach(
        (int) size[2],
        1,
        (from, to) -> {
          PrimitiveBlocks<FloatType> reader = source.independentCopy();
          float[] slice = new float[width * height];
          float[] alongX = new float[width * height];
          float[] padded = new float[width + 2 * (kernels[0].length - 1)];
          for (int z = from; z < to; z++) {
            reader.copy(FinalInterval.createMinSize(0, 0, z, width, height, 1), slice);
            for (int y = 0; y < height; y++) {
              smoothRow(slice, y * width, width, kernels[0], padded, alongX);
            }
            for (int y = 0; y < height; y++) {
              int start = result.offset(z) + y * width;
              smoothRows(alongX, y, height, width, kernels[1], result.array(z), start);
            }
          }
        });
  }

  private static void acrossSlices(
      long[] size, float[] kernel, SliceImage<FloatType, float[]> result) {
    int width = (int) size[0];
    int depth = (int) size[2];
    if (kernel.length == 1) {
      return;
    }
    Chunk.forEach(
        (int) size[1],
        1,
        (from, to) -> {
          float[] sheet = new float[Math.multiplyExact(width, depth)];
          for (int y = from; y < to; y++) {
            int start = y * width;
            for (int z = 0; z < depth; z++) {
              System.arraycopy(result.array(z), result.offset(z) + start, sheet, z * width, width);
            }
            for (int z = 0; z < depth; z++) {
              smoothRows(sheet, z, depth, width, kernel, result.array(z), result.offset(z) + start);
            }
          }
        });
  }

  /** One row of the result as the weighted sum of the rows around it. */
  private static void smoothRows(
      float[] in, int row, int count, int width, float[] kernel, float[] out, int start) {
    for (int x = 0; x < width; x++) {
      out[start + x] = kernel[0] * in[row * width + x];
    }
    for (int i = 1; i < kernel.length; i++) {
      int before = mirror(row - i, count) * width;
      int after = mirror(row + i, count) * width;
      float weight = kernel[i];
      for (int x = 0; x < width; x++) {
        out[start + x] += weight * (in[before + x] + in[after + x]);
      }
    }
  }

  private static void smoothRow(
      float[] in, int start, int width, float[] kernel, float[] padded, float[] out) {
    int radius = kernel.length - 1;
    for (int i = 0; i < padded.length; i++) {
      padded[i] = in[start + mirror(i - radius, width)];
    }
    for (int x = 0; x < width; x++) {
      out[start + x] = kernel[0] * padded[radius + x];
    }
    for (int i = 1; i <= radius; i++) {
      float weight = kernel[i];
      for (int x = 0; x < width; x++) {
        out[start + x] += weight * (padded[radius + x - i] + padded[radius + x + i]);
      }
    }
  }

  /** The voxel that stands in for one beyond the border. */
  private static int mirror(int i, int count) {
    if (i >= 0 && i < count) {
      return i;
    }
    int m = Math.floorMod(i, 2 * count);
    return m < count ? m : 2 * count - 1 - m;
  }
}
