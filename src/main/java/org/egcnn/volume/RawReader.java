/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Reads raw voxels into an image with one primitive array for each x-y plane, so that a volume may
 * have more voxels than a Java array. A plane is allocated only when the stream has reached it, and
 * grows with what the stream has given, as a header can promise anything. The bytes pass through
 * one small buffer: inflating the stream is what takes the time, so the decoding is not spread over
 * threads.
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
    int bytes = (int) Math.min(BUFFER_BYTES, layout.bytes());
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(layout.order());
    int size = layout.planeVoxels();
    for (int p = 0; p < planes.length; p++) {
      for (int done = 0; done < size; ) {
        int count = Math.min(size - done, bytes / voxelBytes);
        fill(in, buffer, count * voxelBytes);
        grow(p, done, count, (long) p * size);
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
    int atOnce = Math.max(1, (int) Math.min(BUFFER_BYTES, layout.bytes()) / step);
    ByteBuffer mixed = ByteBuffer.allocate(atOnce * step);
    ByteBuffer single = ByteBuffer.allocate(atOnce * voxelBytes).order(layout.order());
    for (int z = 0; z < depth; z++) {
      for (int done = 0; done < size; ) {
        int count = Math.min(size - done, atOnce);
        fill(in, mixed, count * step);
        for (int c = 0; c < channels; c++) {
          grow(c * depth + z, done, count, (long) z * size);
          gather(mixed.array(), c * voxelBytes, step, single.array(), count);
          decode(single.clear(), planes[c * depth + z], done, count);
        }
        done += count;
      }
    }
  }

  /**
   * Makes room in a plane for more voxels. It is made whole once the stream has given half as many
   * voxels; before, it doubles.
   *
   * @param done the voxels it holds
   * @param count the voxels to come
   * @param before the voxels that the planes before it hold
   */
  private void grow(int plane, int done, int count, long before) {
    int room = planes[plane] == null ? 0 : Array.getLength(planes[plane]);
    if (done + count > room) {
      long wanted = Math.min(layout.planeVoxels(), 2 * (before + done + count));
      Object larger = PlanarVolumes.newPlane(layout.type(), (int) wanted);
      if (done > 0) {
        System.arraycopy(planes[plane], 0, larger, 0, done);
      }
      planes[plane] = larger;
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
