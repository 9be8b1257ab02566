/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.model.Labels;

/**
 * Copies an image into a storage, slice by slice, and learns on the way what crops need to know.
 */
final class CasePacker {
  private final CaseImage image;
  private final int width;
  private final int height;
  private final int depth;
  private final int channels;

  CasePacker(CaseImage image) {
    this.image = image;
    width = Math.toIntExact(image.codes().dimension(0));
    height = Math.toIntExact(image.codes().dimension(1));
    depth = Math.toIntExact(image.codes().dimension(2));
    channels = image.channels().size();
  }

  /** Voxels of a slice. */
  int sliceVoxels() {
    return Math.multiplyExact(width, height);
  }

  /** Channels of a voxel. */
  int channels() {
    return channels;
  }

  /** The bytes that the packed case takes. */
  long bytes() {
    return (long) sliceVoxels() * depth * (channels * (long) Float.BYTES + 1);
  }

  /** Fills a storage. */
  PreparedCase pack(String name, Labels labels, VoxelStorage storage) throws IOException {
    ForegroundIndex foreground = new ForegroundIndex(labels.size(), labels.exclusive());
    float[] padding = new float[channels];
    for (int c = 0; c < channels; c++) {
      padding[c] = image.padding().get(c);
    }
    VoxelBox.Collector content = new VoxelBox.Collector();
    Deviation[] deviations = new Deviation[channels];
    Arrays.setAll(deviations, c -> new Deviation());
    int voxels = sliceVoxels();
    float[] images = new float[Math.multiplyExact(voxels, channels)];
    byte[] codes = new byte[voxels];
    for (int z = 0; z < depth; z++) {
      copyChannels(z, images, deviations);
      copyCodes(z, codes);
      addContent(z, images, padding, content);
      foreground.append((long) z * voxels, codes);
      storage.append(images, codes);
    }
    foreground.finish((long) depth * voxels);
    double[] deviation = new double[channels];
    Arrays.setAll(deviation, c -> deviations[c].value());
    return new PreparedCase(
        name,
        width,
        height,
        depth,
        channels,
        padding,
        image.spacing(),
        deviation,
        content.orElse(VoxelBox.whole(width, height, depth)),
        foreground,
        storage);
  }

  private void copyChannels(int z, float[] images, Deviation[] deviations) {
    List<RandomAccessibleInterval<FloatType>> all = image.channels();
    for (int c = 0; c < channels; c++) {
      Cursor<FloatType> cursor = slice(all.get(c), z);
      for (int i = c; i < images.length; i += channels) {
        images[i] = cursor.next().get();
        deviations[c].add(images[i]);
      }
    }
  }

  private void copyCodes(int z, byte[] codes) {
    Cursor<UnsignedByteType> cursor = slice(image.codes(), z);
    for (int i = 0; i < codes.length; i++) {
      codes[i] = cursor.next().getByte();
    }
  }

  private void addContent(int z, float[] images, float[] padding, VoxelBox.Collector content) {
    for (int y = 0; y < height; y++) {
      int row = y * width * channels;
      int first = 0;
      while (first < width
          && Arrays.equals(
              images, row + first * channels, row + (first + 1) * channels, padding, 0, channels)) {
        first++;
      }
      if (first < width) {
        int last = width - 1;
        while (Arrays.equals(
            images, row + last * channels, row + (last + 1) * channels, padding, 0, channels)) {
          last--;
        }
        content.add(first, last, y, z);
      }
    }
  }

  private static <T> Cursor<T> slice(RandomAccessibleInterval<T> volume, int z) {
    return Views.flatIterable(Views.hyperSlice(volume, 2, volume.min(2) + z)).cursor();
  }

  /** The standard deviation of values other than 0, by Welford's method. */
  private static final class Deviation {
    private long count;
    private double mean;
    private double squares;

    private void add(double value) {
      if (value != 0) {
        count++;
        double difference = value - mean;
        mean += difference / count;
        squares += difference * (value - mean);
      }
    }

    private double value() {
      return count == 0 ? 0 : Math.sqrt(squares / count);
    }
  }
}
