/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.egcnn.volume.Affine;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;
import org.egcnn.volume.VolumeIO;

/** Writes small masks of one row of voxels. */
final class MaskFiles {
  static final VolumeIO IO = VolumeIO.standard();

  private MaskFiles() {}

  /** Writes {@code folder/name.nii} with voxels of 1 x 1 x 1 mm. */
  static Path write(Path folder, String name, int... labels) throws IOException {
    return write(folder, name, Affine.scaling(1, 1, 1), labels);
  }

  static Path write(Path folder, String name, Affine affine, int... labels) throws IOException {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    Path file = folder.resolve(name + ".nii");
    Grid grid = new Grid(labels.length, 1, 1, affine);
    IO.write(new Volume(ArrayImgs.unsignedBytes(bytes, labels.length, 1, 1), grid), file);
    return file;
  }

  static CasePair pair(String name, Path reference, Path prediction) {
    return new CasePair(new Reference(name, reference, List.of()), prediction);
  }
}
