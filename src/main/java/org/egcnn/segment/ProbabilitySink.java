/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Keeps planes of probabilities as 16-bit fixed point numbers, one image a channel: half the memory
 * of float32, and at most {@value #ERROR} away from the value given.
 */
final class ProbabilitySink implements PlaneSink {
  /** Largest difference between a probability and what is kept of it. */
  static final double ERROR = 0.5 / 65535 + 1e-7;

  private static final float SCALE = 65535;

  private final int valuesPerVoxel;
  private final int skipped;
  private final List<RandomAccessibleInterval<UnsignedShortType>> images = new ArrayList<>();

  /**
   * Empty images.
   *
   * @param size of each, x, y, z
   * @param valuesPerVoxel values that the planes have for each voxel
   * @param skipped how many of them, from the first on, are not kept
   */
  ProbabilitySink(long[] size, int valuesPerVoxel, int skipped) {
    this.valuesPerVoxel = valuesPerVoxel;
    this.skipped = skipped;
    for (int c = skipped; c < valuesPerVoxel; c++) {
      images.add(new PlanarImgFactory<>(new UnsignedShortType()).create(size));
    }
  }

  @Override
  public void plane(long z, float[] values) {
    for (int c = 0; c < images.size(); c++) {
      int at = skipped + c;
      for (UnsignedShortType kept : Views.flatIterable(Views.hyperSlice(images.get(c), 2, z))) {
        float probability = Math.max(0, Math.min(1, values[at]));
        kept.set(Math.round(probability * SCALE));
        at += valuesPerVoxel;
      }
    }
  }

  /** The probabilities 0 to 1 of each kept channel, axes x, y, z; views. */
  List<RandomAccessibleInterval<FloatType>> images() {
    return images.stream().map(ProbabilitySink::asFloat).toList();
  }

  private static RandomAccessibleInterval<FloatType> asFloat(
      RandomAccessibleInterval<UnsignedShortType> image) {
    return Converters.convert2(image, (in, out) -> out.set(in.get() / SCALE), FloatType::new);
  }
}
