/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

import java.util.Random;
import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
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
  /**
   * Makes one case.
   *
   * @param index the case's number, from 0; other numbers give other patients
   */
  public static ExamplePhantom of(ExampleSettings settings, int index) {
    return on(grid(settings), settings.random(index));
  }

  /**
   * Makes a case on a grid around the world's origin.
   *
   * @param random decides the patient and the noise
   */
  static ExamplePhantom on(Grid grid, Random random) {
    Abdomen abdomen = new Abdomen(random);
    Raster raster = Raster.of(abdomen, grid);
    Img<ShortType> image = CtScan.of(abdomen, raster.tissue(), raster.outsideKidneys(), random);
    Img<UnsignedByteType> label = ArrayImgs.unsignedBytes(grid.size());
    Tissue[] tissues = Tissue.values();
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
