/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import net.imglib2.Cursor;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import org.egcnn.fuzz.FuzzTarget;

/** Reading a volume's file as a user's command does, and what fuzzing of all formats needs. */
final class VolumeReading {
  private static final VolumeIO IO = VolumeIO.standard();

  /** Beyond these, voxels are no longer looked at. */
  private static final int ENOUGH_VOXELS = 10_000;

  private VolumeReading() {}

  /** Reading a file: the header alone, then all of it. What comes must make sense. */
  static FuzzTarget.Reading of(Path file) {
    return new FuzzTarget.Reading(
        file.getParent().toString(),
        () -> {
          VolumeInfo info = IO.readInfo(file);
          checkPlace(info.grid());
          Volume volume = IO.read(file);
          checkPlace(volume.grid());
          assertArrayEquals(info.grid().size(), volume.grid().size());
          assertEquals(info.channels(), volume.channels());
          Cursor<? extends RealType<?>> voxels = Views.flatIterable(volume.image()).cursor();
          for (int i = 0; i < ENOUGH_VOXELS && voxels.hasNext(); i++) {
            voxels.next().getRealDouble();
          }
        });
  }

  private static void checkPlace(Grid grid) {
    assertTrue(grid.affine().isInvertible(), grid.toString());
    for (double[] row : grid.affine().toArray()) {
      assertTrue(Arrays.stream(row).allMatch(Double::isFinite), grid.toString());
    }
    for (double side : grid.spacing()) {
      assertTrue(side > 0 && Double.isFinite(side), grid.toString());
    }
  }

  /** A volume's file as this project writes it. */
  static byte[] written(Path scratch, String name, VoxelType type, int... size) throws IOException {
    Path file = scratch.resolve(name);
    IO.write(Fixtures.random(type, Affine.scaling(1, 2, 3), 1, size), file);
    return java.nio.file.Files.readAllBytes(file);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zlib = new DeflaterOutputStream(out)) {
      zlib.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] joined(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  /** The place behind the first of some bytes, or the end. */
  static int behind(byte[] bytes, String text) {
    int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    return at < 0 ? bytes.length : at + text.length();
  }
}
