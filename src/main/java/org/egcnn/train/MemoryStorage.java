/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.ArrayList;
import java.util.List;

/** Voxels in memory, one array a slice, so that a case may have more than 2^31 values. */
final class MemoryStorage implements VoxelStorage {
  private final List<float[]> images = new ArrayList<>();
  private final List<byte[]> codes = new ArrayList<>();

  @Override
  public void append(float[] sliceImages, byte[] sliceCodes) {
    images.add(sliceImages.clone());
    codes.add(sliceCodes.clone());
  }

  @Override
  public void readImages(int z, int from, int count, float[] target, int offset) {
    System.arraycopy(images.get(z), from, target, offset, count);
  }

  @Override
  public void readCodes(int z, int from, int count, byte[] target, int offset) {
    System.arraycopy(codes.get(z), from, target, offset, count);
  }

  @Override
  public void close() {
    images.clear();
    codes.clear();
  }
}
