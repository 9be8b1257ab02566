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
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.image.GaussianSmoothing;

/** What a CT scanner makes of a patient: texture, blur and noise. */
final class CtScan {
  /** Blur of the scanner, voxels along x, y, z. */
  private static final double[] POINT_SPREAD = {0.5, 0.5, 0.45};

  /** Standard deviation of the scanner's noise, HU. */
  private static final double NOISE = 15;

  /** Neighbouring voxels' noise is correlated a little, voxels. */
  private static final double[] NOISE_GRAIN = {0.5, 0.5, 0.3};

  /** Grain of the tissue's texture, voxels. */
  private static final double[] TEXTURE_GRAIN = {1.2, 1.2, 1.2};

  /** Size of the patches in which fat beside the kidneys is stranded, voxels. */
  private static final double[] STRANDING = {2.5, 2.5, 2.5};

  /** Brightness of stranded fat above plain fat, HU; and how far from the kidney it reaches, mm. */
  private static final double STRANDED = 110;

  private static final double STRANDING_REACH = 9;

  private CtScan() {}

  /**
   * Scans a patient.
   *
   * @param abdomen how bright the patient's tissues are
   * @param tissue the tissues' ordinals
   * @param outsideKidneys mm from the kidneys, beside which fat is stranded
   * @param random decides texture and noise
   * @return HU, from -1024 to 3071
   */
  static Img<ShortType> of(
      Abdomen abdomen,
      RandomAccessibleInterval<ByteType> tissue,
      RandomAccessibleInterval<FloatType> outsideKidneys,
      Random random) {
    long[] size = tissue.dimensionsAsLongArray();
    RandomAccessibleInterval<FloatType> texture = NoiseField.band(random, size, TEXTURE_GRAIN);
    RandomAccessibleInterval<FloatType> patches = NoiseField.smooth(random, size, STRANDING);
    Img<FloatType> sharp = ArrayImgs.floats(size);
    Tissue[] tissues = Tissue.values();
    LoopBuilder.setImages(tissue, outsideKidneys, texture, patches, sharp)
        .multiThreaded()
        .forEachPixel(
            (code, distance, grain, patch, out) -> {
              Tissue here = tissues[code.get()];
              double value = abdomen.mean(here) + here.texture() * grain.get();
              if (here == Tissue.FAT) {
                double near = Math.exp(-distance.get() / STRANDING_REACH);
                value += STRANDED * near * Math.max(0, patch.get());
              }
              out.setReal(value);
            });

    RandomAccessibleInterval<FloatType> blurred = GaussianSmoothing.smooth(sharp, POINT_SPREAD);
    RandomAccessibleInterval<FloatType> noise = NoiseField.smooth(random, size, NOISE_GRAIN);
    Img<ShortType> image = ArrayImgs.shorts(size);
    LoopBuilder.setImages(blurred, noise, image)
        .multiThreaded()
        .forEachPixel(
            (value, deviation, out) ->
                out.setInteger(
                    Math.max(
                        -1024, Math.min(3071, Math.round(value.get() + NOISE * deviation.get())))));
    return image;
  }
}
