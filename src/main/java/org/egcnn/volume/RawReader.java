/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Reads raw voxels into an image with one primitive array for each x-y plane, so that a volume may
 * have more voxels than a Java array. A plane is allocated only when the stream has reached it, and
 * the bytes pass through one small buffer: inflating the stream is what takes the time, so the
 * decoding is not spread over threads.
 */
final class RawReader {
  private static final int BUFFER_BYTES = 1 << 20;

  private final RawLayout layout;
  private final Object[] planes;

  private RawReader(RawLayout layout) {
    this.layout = layout;
    this.planes = new Object[Math.toIntExact(layout.depth() * layout.channels())];
  }

  /**
   * Reads all voxels.
   *
   * @param in positioned at the first voxel; left behind the last
   * @param layout a {@linkplain RawLayout#check checked} layout
   * @return an image with axes x, y, z, channel
   * @throws EOFException if the stream ends before the last voxel
   * @throws IOException if the stream fails
   */
  static RandomAccessibleInterval<? extends RealType<?>> read(InputStream in, RawLayout layout)
      throws IOException {
    RawReader reader = new RawReader(layout);
    if (layout.interleaved() && layout.channels() > 1) {
      reader.readInterleaved(in);
    } else {
      reader.readPlanar(in);
    }
    return PlanarVolumes.wrap(
        layout.type(),
        reader.planes,
        layout.width(),
        layout.height(),
        layout.depth(),
        layout.channels());
  }

  private void readPlanar(InputStream in) throws IOException {
    int voxelBytes = layout.type().bytes();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(layout.order());
    for (int p = 0; p < planes.length; p++) {
      planes[p] = PlanarVolumes.newPlane(layout.type(), layout.planeVoxels());
      int size = layout.planeVoxels();
      for (int done = 0; done < size; ) {
        int count = Math.min(size - done, BUFFER_BYTES / voxelBytes);
        fill(in, buffer, count * voxelBytes);
        decode(buffer, planes[p], done, count);
        done += count;
      }
    }
  }

  private void readInterleaved(InputStream in) throws IOException {
    int voxelBytes = layout.type().bytes();
    int channels = Math.toIntExact(layout.channels());
    int depth = Math.toIntExact(layout.depth());
    int size = layout.planeVoxels();
    int step = Math.multiplyExact(channels, voxelBytes);
    int atOnce = Math.max(1, BUFFER_BYTES / step);
    ByteBuffer mixed = ByteBuffer.allocate(atOnce * step);
    ByteBuffer single = ByteBuffer.allocate(atOnce * voxelBytes).order(layout.order());
    for (int z = 0; z < depth; z++) {
      for (int c = 0; c < channels; c++) {
        planes[c * depth + z] = PlanarVolumes.newPlane(layout.type(), layout.planeVoxels());
      }
      for (int done = 0; done < size; ) {
        int count = Math.min(size - done, atOnce);
        fill(in, mixed, count * step);
        for (int c = 0; c < channels; c++) {
          gather(mixed.array(), c * voxelBytes, step, single.array(), count);
          decode(single.clear(), planes[c * depth + z], done, count);
        }
        done += count;
      }
    }
  }

  private void gather(byte[] from, int start, int step, byte[] to, int count) {
    int voxelBytes = layout.type().bytes();
    for (int i = 0; i < count; i++) {
      for (int b = 0; b < voxelBytes; b++) {
        to[i * voxelBytes + b] = from[start + i * step + b];
      }
    }
  }

  private static void fill(InputStream in, ByteBuffer buffer, int bytes) throws IOException {
    if (in.readNBytes(buffer.array(), 0, bytes) < bytes) {
      throw new EOFException("the voxels end early");
    }
    buffer.clear().limit(bytes);
  }

  private void decode(ByteBuffer bytes, Object array, int offset, int count) {
    switch (layout.type()) {
      case UINT8, INT8 -> bytes.get((byte[]) array, offset, count);
      case UINT16, INT16 -> bytes.asShortBuffer().get((short[]) array, offset, count);
      case UINT32, INT32 -> bytes.asIntBuffer().get((int[]) array, offset, count);
      case UINT64, INT64 -> bytes.asLongBuffer().get((long[]) array, offset, count);
      case FLOAT32 -> bytes.asFloatBuffer().get((float[]) array, offset, count);
      case FLOAT64 -> bytes.asDoubleBuffer().get((double[]) array, offset, count);
    }
  }
}
