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
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.real.FloatType;

/** Intensities of an image: what they are, and bringing them to a common scale. */
public final class Intensities {
  private Intensities() {}

  /**
   * What the intensities of an image are.
   *
   * @param min the lowest
   * @param max the highest
   * @param mean the mean
   * @param sd the standard deviation of the population, that is divided by the count
   * @param count the voxels looked at
   * @param nonZeroCount those of them that are not zero
   */
  public record Statistics(
      double min, double max, double mean, double sd, long count, long nonZeroCount) {}

  /**
   * Statistics of all voxels.
   *
   * @param image axes x, y, z; finite
   * @throws IllegalArgumentException if there are other than three axes
   */
  public static Statistics statistics(RandomAccessibleInterval<FloatType> image) {
    Arguments.requireVolume(image);
    return Moments.of(image, false).statistics();
  }

  /**
   * Mean 0 and standard deviation 1 of the population. A constant image becomes all zero.
   *
   * @param image axes x, y, z; finite
   * @param nonZeroOnly whether zero means outside the object: such voxels do not count and stay 0,
   *     as the paper does for BraTS, whose background is 0
   * @throws IllegalArgumentException if there are other than three axes
   */
  public static Img<FloatType> zScore(
      RandomAccessibleInterval<FloatType> image, boolean nonZeroOnly) {
    return map(image, standardising(image, nonZeroOnly));
  }

  /**
   * As {@link #zScore}, in the image's own memory.
   *
   * @param image axes x, y, z; finite; is changed
   * @throws IllegalArgumentException if there are other than three axes
   */
  public static void zScoreInPlace(Img<FloatType> image, boolean nonZeroOnly) {
    mapInPlace(image, standardising(image, nonZeroOnly));
  }

  private static FloatFunction standardising(
      RandomAccessibleInterval<FloatType> image, boolean nonZeroOnly) {
    Arguments.requireVolume(image);
    Statistics statistics = Moments.of(image, nonZeroOnly).statistics();
    double mean = statistics.mean();
    double scale = statistics.sd() > 0 ? 1 / statistics.sd() : 0;
    return v -> nonZeroOnly && v == 0 ? 0 : (float) ((v - mean) * scale);
  }

  /**
   * A window of intensities brought to -1 to 1; what lies outside is clipped.
   *
   * @param image axes x, y, z
   * @param lower becomes -1
   * @param upper becomes 1
   * @throws IllegalArgumentException if there are other than three axes or the window is not finite
   *     or empty
   */
  public static Img<FloatType> window(
      RandomAccessibleInterval<FloatType> image, double lower, double upper) {
    Arguments.requireVolume(image);
    return map(image, windowing(lower, upper));
  }

  /**
   * As {@link #window}, in the image's own memory.
   *
   * @param image axes x, y, z; is changed
   * @param lower becomes -1
   * @param upper becomes 1
   * @throws IllegalArgumentException as {@link #window}
   */
  public static void windowInPlace(Img<FloatType> image, double lower, double upper) {
    Arguments.requireVolume(image);
    mapInPlace(image, windowing(lower, upper));
  }

  private static FloatFunction windowing(double lower, double upper) {
    if (!(lower < upper) || Double.isInfinite(upper - lower)) {
      throw new IllegalArgumentException(
          "a window must go from a lower to a higher number, not from " + lower + " to " + upper);
    }
    double scale = 2 / (upper - lower);
    return v -> (float) Math.max(-1, Math.min(1, (v - lower) * scale - 1));
  }

  /**
   * Intensities spread evenly over the voxels of a mask, in raster order; all of them if there are
   * no more than asked for. For percentiles of large images.
   *
   * @param image axes x, y, z
   * @param mask axes x, y, z, of the same size
   * @param most the most samples wanted, at least 1
   * @throws IllegalArgumentException if the sizes differ, there are other than three axes or {@code
   *     most} is below 1
   */
  public static float[] sample(
      RandomAccessibleInterval<FloatType> image,
      RandomAccessibleInterval<? extends BooleanType<?>> mask,
      int most) {
    Arguments.requireVolume(image);
    Arguments.requireVolume(mask);
    Arguments.requireSameSize(image, mask);
    if (most < 1) {
      throw new IllegalArgumentException("at least one sample must be wanted, not " + most);
    }
    return new MaskedSample(Blocks.floats(image), Blocks.mask(mask), image, most).draw();
  }

  /**
   * Percentiles, interpolated linearly between the two nearest samples.
   *
   * @param samples at least one; left as they are
   * @param p percentages, 0 to 100
   * @return a value for each percentage
   * @throws IllegalArgumentException if there are no samples or a percentage is out of range
   */
  public static double[] percentiles(float[] samples, double... p) {
    if (samples.length == 0) {
      throw new IllegalArgumentException("percentiles need at least one sample");
    }
    float[] sorted = samples.clone();
    Arrays.sort(sorted);
    double[] result = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      if (!(p[i] >= 0 && p[i] <= 100)) {
        throw new IllegalArgumentException("a percentage is between 0 and 100, not " + p[i]);
      }
      double position = p[i] / 100 * (sorted.length - 1);
      int below = (int) position;
      double above = sorted[Math.min(below + 1, sorted.length - 1)];
      result[i] = sorted[below] + (position - below) * (above - sorted[below]);
    }
    return result;
  }

  private interface FloatFunction {
    float apply(float value);
  }

  private static void mapInPlace(Img<FloatType> image, FloatFunction function) {
    LoopBuilder.setImages(image).multiThreaded().forEachPixel(v -> v.set(function.apply(v.get())));
  }

  private static Img<FloatType> map(
      RandomAccessibleInterval<FloatType> image, FloatFunction function) {
    SliceImage<FloatType, float[]> result = SliceImage.floats(image.dimensionsAsLongArray());
    PrimitiveBlocks<FloatType> blocks = Blocks.floats(image);
    int width = (int) image.dimension(0);
    int height = (int) image.dimension(1);
    Chunk.forEach(
        (int) image.dimension(2),
        1,
        (from, to) -> {
          PrimitiveBlocks<FloatType> reader = blocks.independentCopy();
          float[] slice = new float[width * height];
          for (int z = from; z < to; z++) {
            reader.copy(FinalInterval.createMinSize(0, 0, z, width, height, 1), slice);
            float[] out = result.array(z);
            int offset = result.offset(z);
            for (int i = 0; i < slice.length; i++) {
              out[offset + i] = function.apply(slice[i]);
            }
          }
        });
    return result.image();
  }
}
