/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

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
 * A synthetic CT of one made-up patient with its labels. The patient is scaled to fill the field of
 * view; x grows to the left and y to the back, as CT slices are shown.
 *
 * @param image HU, 16-bit signed
 * @param label 0 background, 1 kidney, 2 tumour; 8-bit unsigned
 */
public record ExamplePhantom(Volume image, Volume label) {
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

  /**
   * Makes one case.
   *
   * @param index the case's number, from 0; other numbers give other patients
   */
  public static ExamplePhantom of(ExampleSettings settings, int index) {
    Random random = new Random(mixed(settings.seed(), index));
    Abdomen abdomen = new Abdomen(random);
    Grid grid = grid(settings);
    Raster raster = Raster.of(abdomen, grid);
    long[] size = grid.size();

    RandomAccessibleInterval<FloatType> texture = NoiseField.band(random, size, TEXTURE_GRAIN);
    RandomAccessibleInterval<FloatType> patches = NoiseField.smooth(random, size, STRANDING);
    Img<FloatType> sharp = ArrayImgs.floats(size);
    Tissue[] tissues = Tissue.values();
    LoopBuilder.setImages(raster.tissue(), raster.outsideKidneys(), texture, patches, sharp)
        .multiThreaded()
        .forEachPixel(
            (code, distance, grain, patch, out) -> {
              Tissue tissue = tissues[code.get()];
              double value = abdomen.mean(tissue) + tissue.texture() * grain.get();
              if (tissue == Tissue.FAT) {
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
    Img<UnsignedByteType> label = ArrayImgs.unsignedBytes(size);
    LoopBuilder.setImages(raster.tissue(), label)
        .forEachPixel((code, out) -> out.set(tissues[code.get()].label()));
    return new ExamplePhantom(new Volume(image, grid), new Volume(label, grid));
  }

  private static Grid grid(ExampleSettings settings) {
    double[] s = settings.spacing().stream().mapToDouble(Double::doubleValue).toArray();
    long[] n = {settings.size().width(), settings.size().height(), settings.size().depth()};
    return new Grid(
        n[0],
        n[1],
        n[2],
        new Affine(
            new double[][] {
              {-s[0], 0, 0, s[0] * (n[0] - 1) / 2},
              {0, -s[1], 0, s[1] * (n[1] - 1) / 2},
              {0, 0, s[2], -s[2] * (n[2] - 1) / 2}
            }));
  }

  /** Spreads seed and index over all bits, so that neighbours have nothing in common. */
  private static long mixed(long seed, int index) {
    long z = seed * 0x9E3779B97F4A7C15L + (index + 1) * 0xD1B54A32D192ED03L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /**
   * The patient drawn onto a grid.
   *
   * @param tissue the tissues' ordinals
   * @param outsideKidneys mm from the kidneys, in the adult's scale
   */
  private record Raster(Img<ByteType> tissue, Img<FloatType> outsideKidneys) {

    static Raster of(Abdomen abdomen, Grid grid) {
      double scale = Double.POSITIVE_INFINITY;
      for (int d = 0; d < 3; d++) {
        scale = Math.min(scale, grid.size()[d] * grid.spacing()[d] / Abdomen.FIELD[d]);
      }
      Img<ByteType> tissue = ArrayImgs.bytes(grid.size());
      Img<FloatType> outside = ArrayImgs.floats(grid.size());
      Cursor<FloatType> distance = outside.cursor();
      Cursor<ByteType> cursor = tissue.localizingCursor();
      while (cursor.hasNext()) {
        cursor.fwd();
        double[] p =
            grid.affine()
                .apply(
                    cursor.getLongPosition(0),
                    cursor.getLongPosition(1),
                    cursor.getLongPosition(2));
        double x = p[0] / scale;
        double y = p[1] / scale;
        double z = p[2] / scale;
        cursor.get().set((byte) abdomen.tissue(x, y, z).ordinal());
        distance.next().setReal(abdomen.outsideKidneys(x, y, z));
      }
      return new Raster(tissue, outside);
    }
  }
}
