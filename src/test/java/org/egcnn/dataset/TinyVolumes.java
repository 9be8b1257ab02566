/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;

/** Writes small volumes for tests. */
final class TinyVolumes {
  static final Grid GRID = new Grid(4, 3, 2, Affine.scaling(1, 1, 2));
  private static final VolumeIO IO = VolumeIO.standard();

  /** A voxel's value by its position. */
  interface Voxels {
    double at(long x, long y, long z);
  }

  private TinyVolumes() {}

  /** Writes a float32 image of 4x3x2 voxels. */
  static Path image(Path file, Voxels voxels) throws IOException {
    return image(file, GRID, voxels);
  }

  static Path image(Path file, Grid grid, Voxels voxels) throws IOException {
    Img<FloatType> image = ArrayImgs.floats(grid.size());
    Cursor<FloatType> cursor = image.localizingCursor();
    while (cursor.hasNext()) {
      cursor.fwd();
      cursor
          .get()
          .setReal(
              voxels.at(
                  cursor.getLongPosition(0), cursor.getLongPosition(1), cursor.getLongPosition(2)));
    }
    IO.write(new Volume(image, grid), file);
    return file;
  }

  /** Writes a 4D image whose channel c holds c everywhere. */
  static Path channels(Path file, int count) throws IOException {
    Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(4, 3, 2, count);
    Cursor<UnsignedByteType> cursor = image.localizingCursor();
    while (cursor.hasNext()) {
      cursor.fwd();
      cursor.get().set(cursor.getIntPosition(3));
    }
    IO.write(new Volume(image, GRID), file);
    return file;
  }

  /** Writes a mask whose first voxels have the given values, the others 0. */
  static Path mask(Path file, int... values) throws IOException {
    return mask(file, GRID, values);
  }

  static Path mask(Path file, Grid grid, int... values) throws IOException {
    Img<UnsignedShortType> image = ArrayImgs.unsignedShorts(grid.size());
    Cursor<UnsignedShortType> cursor = image.cursor();
    for (int value : values) {
      cursor.next().set(value);
    }
    IO.write(new Volume(image, grid), file);
    return file;
  }

  /** Writes a text, making its folder. */
  static Path text(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text.replace('\'', '"'));
  }
}
