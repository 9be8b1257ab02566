/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Times the filters on a volume of the size of BraTS, 240x240x155, as {@code
 * src/test/python/time_image_filters.py} times SciPy: the best of several runs, in milliseconds.
 */
final class FiltersBenchmark {
  private static final long[] SIZE = {240, 240, 155};
  private static final double[] SPACING = {1, 1, 1};

  private FiltersBenchmark() {}

  public static void main(String[] args) {
    Random random = new Random(1);
    Img<FloatType> image = ArrayImgs.floats(SIZE);
    image.forEach(v -> v.set((float) random.nextGaussian()));
    Img<BitType> ball = ArrayImgs.bits(SIZE);
    var cursor = ball.localizingCursor();
    while (cursor.hasNext()) {
      cursor.fwd();
      double x = cursor.getDoublePosition(0) - 119.5;
      double y = cursor.getDoublePosition(1) - 119.5;
      double z = cursor.getDoublePosition(2) - 77;
      cursor.get().set(Math.sqrt(x * x + y * y + z * z) < 40);
    }
    time("sobel", () -> SobelEdges.magnitude(image, SPACING));
    time("linear up to 300x300x194", () -> Resampling.linear(image, new long[] {300, 300, 194}));
    time("linear down to 160x160x103", () -> Resampling.linear(image, new long[] {160, 160, 103}));
    time("distance", () -> DistanceTransform.toMask(ball, SPACING));
    time("components", () -> ConnectedComponents.label(ball, false));
    time("gaussian sigma 2", () -> GaussianSmoothing.smooth(image, new double[] {2, 2, 2}));
    time("z-score", () -> Intensities.zScore(image, true));
    double[][] affine = {{0.99, 0.1, 0.02, 20}, {-0.1, 0.98, 0.05, 30}, {0.01, -0.05, 1, 10}};
    time(
        "affine 64x64x64", () -> AffineResampling.image(image, affine, new long[] {64, 64, 64}, 0));
    time(
        "affine 96x96x96", () -> AffineResampling.image(image, affine, new long[] {96, 96, 96}, 0));
  }

  private static void time(String name, Runnable filter) {
    double[] milliseconds = new double[12];
    for (int i = 0; i < milliseconds.length; i++) {
      long start = System.nanoTime();
      filter.run();
      milliseconds[i] = (System.nanoTime() - start) / 1e6;
    }
    System.out.printf(
        Locale.ROOT, "%s: %.1f ms%n", name, Arrays.stream(milliseconds).min().orElseThrow());
  }
}
