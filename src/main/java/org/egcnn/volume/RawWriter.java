/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Writes an image's voxels as raw little-endian numbers, x fastest, each channel whole. */
final class RawWriter {
  private static final int BUFFER_BYTES = 1 << 20;

  private RawWriter() {}

  /**
   * Writes all voxels.
   *
   * @param image axes x, y, z, channel
   * @param type {@link VoxelType#of} a voxel of the image
   * @param out receives the bytes
   * @throws IOException if the stream fails
   */
  static void write(
      RandomAccessibleInterval<? extends RealType<?>> image, VoxelType type, OutputStream out)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long c = image.min(3); c <= image.max(3); c++) {
      for (long z = image.min(2); z <= image.max(2); z++) {
        Cursor<? extends RealType<?>> voxels =
            Views.flatIterable(Views.hyperSlice(Views.hyperSlice(image, 3, c), 2, z)).cursor();
        while (voxels.hasNext()) {
          encode(voxels, type, buffer.clear());
          out.write(buffer.array(), 0, buffer.position());
        }
      }
    }
  }

  private static void encode(
      Cursor<? extends RealType<?>> voxels, VoxelType type, ByteBuffer bytes) {
    while (bytes.remaining() >= type.bytes() && voxels.hasNext()) {
      RealType<?> voxel = voxels.next();
      switch (type) {
        case UINT8, INT8 -> bytes.put((byte) integer(voxel));
        case UINT16, INT16 -> bytes.putShort((short) integer(voxel));
        case UINT32, INT32 -> bytes.putInt((int) integer(voxel));
        case UINT64, INT64 -> bytes.putLong(integer(voxel));
        case FLOAT32 -> bytes.putFloat(voxel.getRealFloat());
        case FLOAT64 -> bytes.putDouble(voxel.getRealDouble());
      }
    }
  }

  private static long integer(RealType<?> voxel) {
    return ((IntegerType<?>) voxel).getIntegerLong();
  }
}
