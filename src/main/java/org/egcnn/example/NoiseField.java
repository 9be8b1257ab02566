/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.image.GaussianSmoothing;

/** Random fields of mean 0 and standard deviation 1 with structure of a chosen size. */
final class NoiseField {
  private NoiseField() {}

  /**
   * White noise, smoothed.
   *
   * @param size axes x, y, z
   * @param sigma of the Gaussian, in voxels along x, y, z; the structure's size
   */
  static RandomAccessibleInterval<FloatType> smooth(Random random, long[] size, double[] sigma) {
    Img<FloatType> white = ArrayImgs.floats(size);
    white.forEach(voxel -> voxel.set((float) random.nextGaussian()));
    return standardised(GaussianSmoothing.smooth(white, sigma));
  }

  /**
   * Noise without very fine and without coarse structure, as tissue has in CT: the difference of
   * two smoothed copies of white noise.
   *
   * @param size axes x, y, z
   * @param sigma of the narrower Gaussian, in voxels; the other is twice as wide
   */
  static RandomAccessibleInterval<FloatType> band(Random random, long[] size, double[] sigma) {
    Img<FloatType> white = ArrayImgs.floats(size);
    white.forEach(voxel -> voxel.set((float) random.nextGaussian()));
    double[] wide = {2 * sigma[0], 2 * sigma[1], 2 * sigma[2]};
    RandomAccessibleInterval<FloatType> field = GaussianSmoothing.smooth(white, sigma);
    LoopBuilder.setImages(field, GaussianSmoothing.smooth(white, wide))
        .forEachPixel((fine, coarse) -> fine.sub(coarse));
    return standardised(field);
  }

  private static RandomAccessibleInterval<FloatType> standardised(
      RandomAccessibleInterval<FloatType> field) {
    double sum = 0;
    double squares = 0;
    for (FloatType voxel : Views.flatIterable(field)) {
      sum += voxel.get();
      squares += voxel.get() * voxel.get();
    }
    double n = field.size();
    double mean = sum / n;
    double sd = Math.sqrt(squares / n - mean * mean);
    for (FloatType voxel : field) {
      voxel.set((float) ((voxel.get() - mean) / sd));
    }
    return field;
  }
}
