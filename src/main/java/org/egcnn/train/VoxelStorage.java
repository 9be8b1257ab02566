/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;

/**
 * Keeps a case's voxels: intensities with the channels of a voxel side by side, and label codes.
 * Slices are written once in ascending order; rows may then be read by several threads.
 */
interface VoxelStorage extends AutoCloseable {

  /**
   * Adds the next slice.
   *
   * @param images intensities, layout [y, x, channel]
   * @param codes label codes, layout [y, x]
   */
  void append(float[] images, byte[] codes) throws IOException;

  /**
   * Reads intensities of neighbouring voxels of one slice.
   *
   * @param z the slice
   * @param from index of the first value in the slice
   * @param count how many values
   * @param target where they go, starting at {@code offset}
   */
  void readImages(int z, int from, int count, float[] target, int offset) throws IOException;

  /** Reads label codes in the same way. */
  void readCodes(int z, int from, int count, byte[] target, int offset) throws IOException;

  @Override
  void close() throws IOException;
}
