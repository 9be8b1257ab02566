/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.util.List;
import java.util.Locale;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.LongType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedLongType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/** The ways in which the supported file formats store one voxel's number. */
public enum VoxelType {
  /** Unsigned 8-bit integer. */
  UINT8(1),
  /** Signed 8-bit integer. */
  INT8(1),
  /** Unsigned 16-bit integer. */
  UINT16(2),
  /** Signed 16-bit integer. */
  INT16(2),
  /** Unsigned 32-bit integer. */
  UINT32(4),
  /** Signed 32-bit integer. */
  INT32(4),
  /** Unsigned 64-bit integer. */
  UINT64(8),
  /** Signed 64-bit integer. */
  INT64(8),
  /** IEEE 754 single precision. */
  FLOAT32(4),
  /** IEEE 754 double precision. */
  FLOAT64(8);

  private final int bytes;

  VoxelType(int bytes) {
    this.bytes = bytes;
  }

  /** The bytes one voxel takes. */
  public int bytes() {
    return bytes;
  }

  /** Whether it is one of the two floating-point types. */
  public boolean isFloatingPoint() {
    return this == FLOAT32 || this == FLOAT64;
  }

  /** The name in lower case, such as {@code uint8}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A new ImgLib2 voxel of this type. */
  public RealType<?> newVoxel() {
    return switch (this) {
      case UINT8 -> new UnsignedByteType();
      case INT8 -> new ByteType();
      case UINT16 -> new UnsignedShortType();
      case INT16 -> new ShortType();
      case UINT32 -> new UnsignedIntType();
      case INT32 -> new IntType();
      case UINT64 -> new UnsignedLongType();
      case INT64 -> new LongType();
      case FLOAT32 -> new FloatType();
      case FLOAT64 -> new DoubleType();
    };
  }

  /**
   * The type in which an image's voxels are stored: its own where there is one, else the first
   * integer type that holds the range of an integer image (uint8 for bits), else float32.
   *
   * @param voxel any voxel of the image
   */
  public static VoxelType of(RealType<?> voxel) {
    for (VoxelType type : values()) {
      if (type.newVoxel().getClass().isInstance(voxel)) {
        return type;
      }
    }
    return voxel instanceof IntegerType<?>
        ? ofRange(voxel.getMinValue(), voxel.getMaxValue())
        : FLOAT32;
  }

  private static VoxelType ofRange(double min, double max) {
    for (VoxelType type : List.of(UINT8, INT8, UINT16, INT16, UINT32, INT32, INT64)) {
      RealType<?> voxel = type.newVoxel();
      if (voxel.getMinValue() <= min && max <= voxel.getMaxValue()) {
        return type;
      }
    }
    return UINT64;
  }
}
