/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Assumptions;

/** Volumes and files that several tests use. */
final class Fixtures {
  /** An affine that is neither orthogonal nor aligned. */
  static final Affine OBLIQUE =
      new Affine(
          new double[][] {{-1.5, 0.125, 0.25, 10}, {0.125, 0.5, -0.25, -20}, {0, 0.25, 2, 30}});

  private Fixtures() {}

  /** A committed file of this package. */
  static Path resource(String name) throws URISyntaxException {
    return Path.of(Fixtures.class.getResource(name).toURI());
  }

  static JsonObject json(String name) throws IOException {
    try (Reader in =
        new InputStreamReader(Fixtures.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(in).getAsJsonObject();
    }
  }

  /** A folder of the real data; the test is skipped where there is none. */
  static Path shared(String folder) {
    Path path = Path.of(System.getProperty("egcnn.shared", "../shared"), "data", folder);
    Assumptions.assumeTrue(Files.isDirectory(path), "no real data at " + path);
    return path;
  }

  /** Random voxels over a type's range, axes x, y, z, channel. */
  static Volume random(VoxelType type, Affine affine, long seed, int... size) {
    Random random = new Random(seed);
    int channels = size.length > 3 ? size[3] : 1;
    Object[] planes = new Object[size[2] * channels];
    for (int p = 0; p < planes.length; p++) {
      planes[p] = PlanarVolumes.newPlane(type, size[0] * size[1]);
    }
    RandomAccessibleInterval<? extends RealType<?>> image =
        PlanarVolumes.wrap(type, planes, size[0], size[1], size[2], channels);
    for (Cursor<? extends RealType<?>> c = Views.flatIterable(image).cursor(); c.hasNext(); ) {
      RealType<?> voxel = c.next();
      if (voxel instanceof IntegerType<?> integer) {
        integer.setInteger(random.nextLong());
      } else {
        voxel.setReal(random.nextGaussian() * 100);
      }
    }
    return new Volume(image, new Grid(size[0], size[1], size[2], affine));
  }

  /** A voxel as exact text. */
  static String text(RealType<?> voxel) {
    return voxel instanceof IntegerType<?> integer
        ? integer.getBigInteger().toString()
        : Double.toString(voxel.getRealDouble());
  }

  /** All voxels, x fastest, as exact text. */
  static String voxels(Volume volume) {
    StringBuilder text = new StringBuilder();
    for (Cursor<? extends RealType<?>> c = Views.flatIterable(volume.image()).cursor();
        c.hasNext(); ) {
      text.append(text(c.next())).append(' ');
    }
    return text.toString();
  }
}
