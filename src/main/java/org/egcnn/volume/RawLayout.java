/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.nio.ByteOrder;
import java.nio.file.Path;
import org.egcnn.task.BadInputException;

/**
 * How voxels lie behind one another in a file.
 *
 * @param type what one number is stored as
 * @param order the bytes' order within a number
 * @param width voxels along x, which runs fastest
 * @param height voxels along y
 * @param depth voxels along z
 * @param channels the channels
 * @param interleaved whether a voxel's channels lie side by side; else each channel is whole before
 *     the next begins
 */
record RawLayout(
    VoxelType type,
    ByteOrder order,
    long width,
    long height,
    long depth,
    long channels,
    boolean interleaved) {

  /** The most voxels one plane may have: what a Java array holds. */
  private static final int LARGEST_PLANE = Integer.MAX_VALUE - 8;

  /** The most planes of all channels: each is an object, and would cost more than its voxels. */
  private static final int MOST_PLANES = 1 << 20;

  /**
   * Complains about sizes that are not positive or beyond what this program can address.
   *
   * @param file named in the complaint
   * @throws BadInputException if any size is unusable
   */
  void check(Path file) throws BadInputException {
    if (width < 1 || height < 1 || depth < 1 || channels < 1) {
      throw new BadInputException(
          file, "its header gives the size " + size(), "Every size must be at least 1");
    }
    try {
      Math.multiplyExact(
          (long) type.bytes(),
          Math.multiplyExact(
              Math.multiplyExact(width, height), Math.multiplyExact(depth, channels)));
    } catch (ArithmeticException e) {
      throw new BadInputException(
          file, "its header gives the impossible size " + size(), "The file is damaged", e);
    }
    if (width * height > LARGEST_PLANE || depth * channels > MOST_PLANES) {
      throw new BadInputException(
          file,
          "its size " + size() + " is beyond what can be read",
          String.format("Crop it: at most %d slices of %d voxels", MOST_PLANES, LARGEST_PLANE));
    }
  }

  /** The bytes all voxels take; only after {@link #check}. */
  long bytes() {
    return width * height * depth * channels * type.bytes();
  }

  /** The voxels in one x-y plane of one channel. */
  int planeVoxels() {
    return Math.toIntExact(width * height);
  }

  private String size() {
    return width + "x" + height + "x" + depth + (channels == 1 ? "" : "x" + channels);
  }
}
