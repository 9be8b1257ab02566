/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes NIfTI headers: NIfTI-1, or NIfTI-2 where a size is beyond 16 bits. */
final class NiftiEncoder {
  private static final int BITS_PER_BYTE = 8;

  private NiftiEncoder() {}

  /**
   * The header of a single file, little-endian, with the four bytes behind it that say that no
   * extension follows.
   *
   * @param volume one channel is written with three axes, several with a fourth
   * @param type what the voxels are stored as
   */
  static byte[] header(Volume volume, VoxelType type) {
    Grid grid = volume.grid();
    long[] dim = {
      volume.channels() == 1 ? 3 : 4,
      grid.width(),
      grid.height(),
      grid.depth(),
      volume.channels(),
      1,
      1,
      1
    };
    NiftiForms forms = NiftiFormsWriter.forms(volume);
    boolean large = false;
    for (long size : dim) {
      large |= size > Short.MAX_VALUE;
    }
    return large ? version2(dim, type, forms) : version1(dim, type, forms);
  }

  private static byte[] version1(long[] dim, VoxelType type, NiftiForms forms) {
    int end = NiftiHeader.SIZE_1 + NiftiHeader.EXTENDER_BYTES;
    ByteBuffer out = ByteBuffer.allocate(end).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0, NiftiHeader.SIZE_1);
    out.put(38, (byte) 'r');
    for (int i = 0; i < 8; i++) {
      out.putShort(40 + 2 * i, (short) dim[i]);
      out.putFloat(76 + 4 * i, i < 4 ? (float) forms.pixdim()[i] : 1);
    }
    out.putShort(70, (short) NiftiLayout.code(type));
    out.putShort(72, (short) (type.bytes() * BITS_PER_BYTE));
    out.putFloat(108, end);
    out.putFloat(112, 1);
    out.put(123, (byte) forms.units());
    out.putShort(252, (short) forms.qformCode());
    out.putShort(254, (short) forms.sformCode());
    for (int i = 0; i < 6; i++) {
      out.putFloat(256 + 4 * i, (float) forms.quaternion()[i]);
    }
    for (int i = 0; i < 12; i++) {
      out.putFloat(280 + 4 * i, (float) forms.srow()[i]);
    }
    out.put(344, "n+1".getBytes(StandardCharsets.US_ASCII));
    return out.array();
  }

  private static byte[] version2(long[] dim, VoxelType type, NiftiForms forms) {
    int end = NiftiHeader.SIZE_2 + NiftiHeader.EXTENDER_BYTES;
    ByteBuffer out = ByteBuffer.allocate(end).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0, NiftiHeader.SIZE_2);
    // The bytes behind the name reveal a file that was copied as text.
    out.put(4, new byte[] {'n', '+', '2', 0, '\r', '\n', 0x1a, '\n'});
    out.putShort(12, (short) NiftiLayout.code(type));
    out.putShort(14, (short) (type.bytes() * BITS_PER_BYTE));
    for (int i = 0; i < 8; i++) {
      out.putLong(16 + 8 * i, dim[i]);
      out.putDouble(104 + 8 * i, i < 4 ? forms.pixdim()[i] : 1);
    }
    out.putLong(168, end);
    out.putDouble(176, 1);
    out.putInt(344, forms.qformCode());
    out.putInt(348, forms.sformCode());
    for (int i = 0; i < 6; i++) {
      out.putDouble(352 + 8 * i, forms.quaternion()[i]);
    }
    for (int i = 0; i < 12; i++) {
      out.putDouble(400 + 8 * i, forms.srow()[i]);
    }
    out.putInt(500, forms.units());
    return out.array();
  }
}
