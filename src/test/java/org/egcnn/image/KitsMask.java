/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import org.junit.jupiter.api.Assumptions;

/**
 * A segmentation of the KiTS 2019 challenge: 1 kidney, 2 tumour.
 *
 * @param labels in the file's order of axes
 * @param spacing mm in the same order
 */
record KitsMask(Img<IntType> labels, double[] spacing) {

  /** The cases' folders in order; skips the test where the data is not at hand. */
  static List<Path> cases() throws IOException {
    Path folder = Path.of(System.getProperty("egcnn.shared", "../shared"), "data/kits19_masks");
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "no KiTS masks at " + folder + "; set -Degcnn.shared");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** Reads the uint8, int16 or uint16 NIfTI-1 files these masks are stored in. */
  static KitsMask read(Path folder) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new GZIPInputStream(Files.newInputStream(folder.resolve("segmentation.nii.gz"))))) {
      ByteBuffer header = ByteBuffer.wrap(in.readNBytes(348)).order(ByteOrder.LITTLE_ENDIAN);
      long[] size = {header.getShort(42), header.getShort(44), header.getShort(46)};
      double[] spacing = {header.getFloat(80), header.getFloat(84), header.getFloat(88)};
      int type = header.getShort(70);
      if (type != 2 && type != 4 && type != 512) {
        throw new IOException("unexpected data type " + type + " in " + folder);
      }
      in.skipNBytes((long) header.getFloat(108) - 348);
      int[] labels = new int[Math.toIntExact(size[0] * size[1] * size[2])];
      ByteBuffer voxels = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < labels.length; i++) {
        labels[i] = type == 2 ? voxels.get(i) : voxels.getShort(2 * i);
      }
      return new KitsMask(ArrayImgs.ints(labels, size), spacing);
    }
  }

  /** The labels at 1 mm and back on their own grid. */
  Img<IntType> thereAndBack() {
    long[] size = labels.dimensionsAsLongArray();
    long[] coarse = Resampling.size(size, spacing, new double[] {1, 1, 1});
    return Resampling.labels(Resampling.labels(labels, coarse), size);
  }

  /** The Dice score of the voxels with a label of at least {@code lowest}. */
  double dice(Img<IntType> other, int lowest) {
    long both = 0;
    long sum = 0;
    var mine = labels.cursor();
    for (IntType v : other) {
      boolean a = mine.next().get() >= lowest;
      boolean b = v.get() >= lowest;
      both += a && b ? 1 : 0;
      sum += (a ? 1 : 0) + (b ? 1 : 0);
    }
    return 2.0 * both / sum;
  }
}
