/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.prepare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.image.Orientation;
import org.egcnn.volume.Grid;
import org.egcnn.volume.NiftiForms;

/**
 * A volume as the network sees it, on the network grid: canonical axis order if the model wants it,
 * the model's voxel size if it has one, normalised intensities. It also knows where it came from.
 *
 * @param channels the image channels, each with axes x, y, z from 0, in memory
 * @param padding for each channel the value that stands for "outside of the volume"
 * @param original the grid of the volume it was made from
 * @param orientation how the original's axes became the network grid's
 * @param file the file of the volume it was made from, for messages
 * @param forms the NIfTI coordinate forms of the volume it was made from
 */
public record Prepared(
    List<RandomAccessibleInterval<FloatType>> channels,
    List<Float> padding,
    Grid original,
    Orientation orientation,
    Optional<Path> file,
    Optional<NiftiForms> forms) {

  /** Copies the lists. */
  public Prepared {
    channels = List.copyOf(channels);
    padding = List.copyOf(padding);
    if (channels.isEmpty() || channels.size() != padding.size()) {
      throw new IllegalArgumentException("one padding value a channel is needed");
    }
  }

  /** The size of the network grid in voxels, x, y, z. */
  public long[] size() {
    return channels.get(0).dimensionsAsLongArray();
  }

  /**
   * The size that the original has once turned to the network grid's axis order, in its own voxels,
   * x, y, z.
   */
  public long[] orientedSize() {
    return orientation.toCanonical(original.size());
  }

  /**
   * A channel that goes on without end, beyond the volume's border with its padding value.
   *
   * @param c the channel, from 0
   */
  public RandomAccessible<FloatType> extended(int c) {
    return Views.extendValue(channels.get(c), padding.get(c).floatValue());
  }
}
