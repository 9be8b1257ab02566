/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.image.GaussianSmoothing;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;

/**
 * Synthetic MRI of one made-up brain with a glioma, prepared as the BraTS challenge does: four
 * modalities on one grid, all that is not brain 0. Each modality has its own contrast, brightness,
 * bias field and noise.
 *
 * @param modalities T1, T1c, T2, FLAIR; 16-bit signed
 * @param label 0, 1 core without enhancement, 2 oedema, 4 enhancing; 8-bit unsigned
 */
record BrainPhantom(List<Volume> modalities, Volume label) {
  private static final int MODALITIES = 4;

  /** Code of voxels outside of the brain; others hold a tissue's ordinal. */
  private static final byte OUTSIDE = -1;

  private static final double[] POINT_SPREAD = {0.5, 0.5, 0.5};
  private static final double[] TEXTURE_GRAIN = {1, 1, 1};
  private static final double TEXTURE = 14;
  private static final double NOISE = 16;

  /** Standard deviation of the bias field's logarithm. */
  private static final double BIAS = 0.08;

  /**
   * Makes one case.
   *
   * @param highGrade whether its tumour has an enhancing part
   */
  static BrainPhantom of(ExampleSettings settings, int index, boolean highGrade) {
    Random random = settings.random(index);
    Grid grid = grid(settings);
    Img<ByteType> tissue = raster(new Brain(random, highGrade), grid);
    List<Volume> modalities = new ArrayList<>();
    for (int m = 0; m < MODALITIES; m++) {
      modalities.add(new Volume(modality(m, tissue, random), grid));
    }
    BrainTissue[] tissues = BrainTissue.values();
    Img<UnsignedByteType> label = ArrayImgs.unsignedBytes(grid.size());
    LoopBuilder.setImages(tissue, label)
        .forEachPixel(
            (code, out) -> out.set(code.get() == OUTSIDE ? 0 : tissues[code.get()].label()));
    return new BrainPhantom(modalities, new Volume(label, grid));
  }

  /** The challenge's axes and origin: x to the left, y to the back, z up; the last row at y = 0. */
  private static Grid grid(ExampleSettings settings) {
    double[] s = settings.spacing().stream().mapToDouble(Double::doubleValue).toArray();
    long height = settings.size().height();
    return new Grid(
        settings.size().width(),
        height,
        settings.size().depth(),
        new Affine(
            new double[][] {
              {-s[0], 0, 0, 0}, {0, -s[1], 0, s[1] * (height - 1)}, {0, 0, s[2], 0}
            }));
  }

  /** The brain drawn into the middle of the field, scaled to fill it. */
  private static Img<ByteType> raster(Brain brain, Grid grid) {
    long[] size = grid.size();
    double[] middle =
        grid.affine().apply((size[0] - 1) / 2.0, (size[1] - 1) / 2.0, (size[2] - 1) / 2.0);
    double scale = Double.POSITIVE_INFINITY;
    for (int d = 0; d < 3; d++) {
      scale = Math.min(scale, size[d] * grid.spacing()[d] / Brain.FIELD[d]);
    }
    Img<ByteType> codes = ArrayImgs.bytes(size);
    Cursor<ByteType> cursor = codes.localizingCursor();
    while (cursor.hasNext()) {
      cursor.fwd();
      double[] p =
          grid.affine()
              .apply(
                  cursor.getLongPosition(0), cursor.getLongPosition(1), cursor.getLongPosition(2));
      BrainTissue here =
          brain.tissue(
              (p[0] - middle[0]) / scale, (p[1] - middle[1]) / scale, (p[2] - middle[2]) / scale);
      cursor.get().set(here == null ? OUTSIDE : (byte) here.ordinal());
    }
    return codes;
  }

  private static Img<ShortType> modality(int m, Img<ByteType> tissue, Random random) {
    Draw draw = new Draw(random);
    long[] size = tissue.dimensionsAsLongArray();
    double gain = draw.between(0.5, 2);
    double[] means = new double[BrainTissue.values().length];
    for (BrainTissue one : BrainTissue.values()) {
      means[one.ordinal()] = one.intensity(m) * draw.between(0.95, 1.05);
    }
    double[] wide = {size[0] / 5.0, size[1] / 5.0, size[2] / 5.0};
    RandomAccessibleInterval<FloatType> bias = NoiseField.smooth(random, size, wide);
    RandomAccessibleInterval<FloatType> texture = NoiseField.band(random, size, TEXTURE_GRAIN);
    Img<FloatType> sharp = ArrayImgs.floats(size);
    LoopBuilder.setImages(tissue, texture, sharp)
        .multiThreaded()
        .forEachPixel(
            (code, grain, out) -> {
              // what was stripped off was fluid, which blurs into the surface
              int here = code.get() == OUTSIDE ? BrainTissue.FLUID.ordinal() : code.get();
              out.setReal(means[here] + TEXTURE * grain.get());
            });
    RandomAccessibleInterval<FloatType> blurred = GaussianSmoothing.smooth(sharp, POINT_SPREAD);
    RandomAccessibleInterval<FloatType> noise = NoiseField.smooth(random, size, POINT_SPREAD);
    Img<ShortType> image = ArrayImgs.shorts(size);
    LoopBuilder.setImages(tissue, blurred, bias, noise, image)
        .multiThreaded()
        .forEachPixel(
            (code, value, field, deviation, out) -> {
              double bright =
                  gain * (value.get() * Math.exp(BIAS * field.get()) + NOISE * deviation.get());
              // only outside of the brain is 0
              out.setInteger(code.get() == OUTSIDE ? 0 : Math.max(1, Math.round(bright)));
            });
    return image;
  }
}
