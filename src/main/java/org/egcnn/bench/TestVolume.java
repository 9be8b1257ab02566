/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.util.SplittableRandom;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.model.Size;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;

/**
 * A volume of 1 mm voxels to compute on: a smooth ramp with noise, about as compressible as a scan,
 * and a ball as its mask.
 *
 * @param size voxels
 */
record TestVolume(Size size) {
  private static final int NOISE = 32;
  private static final int SLOPE = 4;

  /** The image as float32, axes x, y, z. */
  Img<FloatType> floats() {
    float[] values = new float[Math.toIntExact(size.voxels())];
    short[] shorts = values();
    for (int i = 0; i < values.length; i++) {
      values[i] = shorts[i];
    }
    return ArrayImgs.floats(values, size.width(), size.height(), size.depth());
  }

  /** The image as int16. */
  Volume volume() {
    return new Volume(
        ArrayImgs.shorts(values(), size.width(), size.height(), size.depth()),
        new Grid(size.width(), size.height(), size.depth(), Affine.scaling(1, 1, 1)));
  }

  private short[] values() {
    SplittableRandom random = new SplittableRandom(1);
    short[] values = new short[Math.toIntExact(size.voxels())];
    for (int i = 0; i < values.length; i++) {
      int x = i % size.width();
      int y = i / size.width() % size.height();
      // above 0 everywhere: no window can be passed over as empty
      values[i] = (short) (100 + SLOPE * (x + y) + random.nextInt(NOISE));
    }
    return values;
  }

  /**
   * A ball of a quarter of the shortest side in radius, moved from the middle along all axes.
   *
   * @param shift voxels
   */
  Img<BitType> mask(int shift) {
    Img<BitType> mask = ArrayImgs.bits(size.width(), size.height(), size.depth());
    double radius = Math.min(size.width(), Math.min(size.height(), size.depth())) / 4.0;
    var cursor = mask.localizingCursor();
    while (cursor.hasNext()) {
      cursor.fwd();
      double x = cursor.getDoublePosition(0) - size.width() / 2.0 - shift;
      double y = cursor.getDoublePosition(1) - size.height() / 2.0 - shift;
      double z = cursor.getDoublePosition(2) - size.depth() / 2.0 - shift;
      cursor.get().set(x * x + y * y + z * z < radius * radius);
    }
    return mask;
  }
}
