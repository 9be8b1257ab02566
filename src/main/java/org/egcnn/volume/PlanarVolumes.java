/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.LongArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.numeric.RealType;

/** Images over one primitive array for each x-y plane, without copying. */
final class PlanarVolumes {
  private PlanarVolumes() {}

  /** A new array, all zero, for so many voxels. */
  static Object newPlane(VoxelType type, int voxels) {
    return switch (type.bytes()) {
      case 1 -> new byte[voxels];
      case 2 -> new short[voxels];
      case 4 -> type == VoxelType.FLOAT32 ? new float[voxels] : new int[voxels];
      default -> type == VoxelType.FLOAT64 ? new double[voxels] : new long[voxels];
    };
  }

  /**
   * An image over arrays.
   *
   * @param type what the arrays hold
   * @param planes arrays as {@link #newPlane} makes them, the third axis's index running fastest
   * @param size the image's size along each axis
   */
  static RandomAccessibleInterval<? extends RealType<?>> wrap(
      VoxelType type, Object[] planes, long... size) {
    List<ArrayDataAccess<?>> accesses = new ArrayList<>(planes.length);
    for (Object plane : planes) {
      accesses.add(access(type, plane));
    }
    return link((NativeType<?>) type.newVoxel(), accesses, size);
  }

  private static ArrayDataAccess<?> access(VoxelType type, Object plane) {
    return switch (type) {
      case UINT8, INT8 -> new ByteArray((byte[]) plane);
      case UINT16, INT16 -> new ShortArray((short[]) plane);
      case UINT32, INT32 -> new IntArray((int[]) plane);
      case UINT64, INT64 -> new LongArray((long[]) plane);
      case FLOAT32 -> new FloatArray((float[]) plane);
      case FLOAT64 -> new DoubleArray((double[]) plane);
    };
  }

  // The arrays' and the voxels' Java types agree, which the compiler cannot see.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static RandomAccessibleInterval<? extends RealType<?>> link(
      NativeType type, List planes, long[] size) {
    PlanarImg image = new PlanarImg(planes, size, type.getEntitiesPerPixel());
    NativeTypeFactory factory = type.getNativeTypeFactory();
    image.setLinkedType(factory.createLinkedType(image));
    return image;
  }
}
