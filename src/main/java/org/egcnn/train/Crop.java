/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import org.egcnn.model.Size;

/** A box of voxels that belongs to one thread: intensities [D, H, W, C] and codes [D, H, W]. */
final class Crop {
  private final Size size;
  private final int channels;
  private final float[] images;
  private final byte[] codes;

  /** A crop of zeros. */
  Crop(Size size, int channels) {
    this.size = size;
    this.channels = channels;
    this.codes = new byte[Math.toIntExact(size.voxels())];
    this.images = new float[Math.multiplyExact(codes.length, channels)];
  }

  Size size() {
    return size;
  }

  int channels() {
    return channels;
  }

  /** The intensities themselves, channel fastest. */
  float[] images() {
    return images;
  }

  /** The label codes themselves. */
  byte[] codes() {
    return codes;
  }

  /** The index of a voxel in {@link #codes}. */
  int index(int x, int y, int z) {
    return (z * size.height() + y) * size.width() + x;
  }

  /** Mirrors in place. */
  void mirror(boolean alongX, boolean alongY, boolean alongZ) {
    if (!alongX && !alongY && !alongZ) {
      return;
    }
    for (int z = 0; z < size.depth(); z++) {
      for (int y = 0; y < size.height(); y++) {
        for (int x = 0; x < size.width(); x++) {
          int here = index(x, y, z);
          int there =
              index(
                  alongX ? size.width() - 1 - x : x,
                  alongY ? size.height() - 1 - y : y,
                  alongZ ? size.depth() - 1 - z : z);
          if (here < there) {
            swap(here, there);
          }
        }
      }
    }
  }

  private void swap(int a, int b) {
    byte code = codes[a];
    codes[a] = codes[b];
    codes[b] = code;
    for (int c = 0; c < channels; c++) {
      float value = images[a * channels + c];
      images[a * channels + c] = images[b * channels + c];
      images[b * channels + c] = value;
    }
  }
}
