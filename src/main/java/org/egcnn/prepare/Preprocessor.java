/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.image.Intensities;
import org.egcnn.image.Orientation;
import org.egcnn.image.Resampling;
import org.egcnn.model.Labels;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Preprocessing;
import org.egcnn.task.BadInputException;
import org.egcnn.volume.Grid;
import org.egcnn.volume.Volume;

/**
 * Makes of volumes what a model takes: axes in canonical order, voxels of the model's size by
 * linear interpolation, then normalised intensities, a channel at a time. Training and segmenting
 * both do it here, so that they cannot differ. Can be used by several threads at once.
 */
public final class Preprocessor {
  private final Preprocessing preprocessing;

  /** A preprocessor for a model's or dataset's settings. */
  public Preprocessor(Preprocessing preprocessing) {
    this.preprocessing = preprocessing;
  }

  /**
   * Prepares a volume. Memory: the result, 4 bytes a voxel of the network grid and channel, and a
   * few slices.
   *
   * @param image the volume, its channels in the order of {@link Preprocessing#channels}
   * @throws BadInputException if it has another number of channels, voxels that are NaN or
   *     infinite, or a grid that cannot be oriented or resampled in the memory there is
   */
  public Prepared prepare(Volume image) throws BadInputException {
    requireChannels(image);
    return prepare(image, NetworkGrid.of(image, preprocessing));
  }

  private void requireChannels(Volume image) throws BadInputException {
    List<String> names = preprocessing.channels();
    if (image.channels() != names.size()) {
      throw new BadInputException(
          describe(image)
              + " has "
              + image.channels()
              + " channel(s). The model needs "
              + names.size()
              + " in this order: "
              + String.join(", ", names));
    }
  }

  /**
   * Prepares a volume and its mask. Memory: that of {@link #prepare(Volume)} and 1 byte a voxel of
   * the network grid; before the channels are made, 5 bytes where the mask is resampled.
   *
   * @param image the volume, its channels in the order of {@link Preprocessing#channels}
   * @param label the mask, on the grid of the image
   * @param labels what its values mean
   * @throws BadInputException as {@link #prepare(Volume)}, or if the mask's size is not the image's
   */
  public LabelledImage prepare(Volume image, Volume label, Labels labels) throws BadInputException {
    requireChannels(image);
    NetworkGrid grid = NetworkGrid.of(image, preprocessing);
    // The mask first: resampling takes memory that the channels can have afterwards.
    Img<UnsignedByteType> codes =
        codes(label, labels, image.grid(), grid.orientation(), grid.size());
    return new LabelledImage(prepare(image, grid), codes);
  }

  private Prepared prepare(Volume image, NetworkGrid grid) throws BadInputException {
    List<String> names = preprocessing.channels();
    List<RandomAccessibleInterval<FloatType>> channels = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      RandomAccessibleInterval<FloatType> oriented =
          grid.orientation().toCanonical(image.channel(c));
      Img<FloatType> channel =
          Arrays.equals(grid.size(), oriented.dimensionsAsLongArray())
              ? normalised(oriented, preprocessing.normalisation().get(c))
              : resampled(oriented, grid.size(), preprocessing.normalisation().get(c));
      requireFinite(channel, image, names.get(c));
      channels.add(channel);
    }
    List<Float> padding =
        preprocessing.normalisation().stream().map(Preprocessor::padding).toList();
    return new Prepared(
        channels, padding, image.grid(), grid.orientation(), image.file(), image.forms());
  }

  private static Img<FloatType> copy(RandomAccessibleInterval<FloatType> source) {
    Img<FloatType> target = PlanarImgs.floats(source.dimensionsAsLongArray());
    LoopBuilder.setImages(source, target).multiThreaded().forEachPixel((in, out) -> out.set(in));
    return target;
  }

  /**
   * Looks at the result: NaN leaves its mark through every method, infinity unless it is clipped.
   */
  private static void requireFinite(Img<FloatType> channel, Volume image, String name)
      throws BadInputException {
    List<Boolean> chunks =
        LoopBuilder.setImages(channel)
            .multiThreaded()
            .forEachChunk(
                chunk -> {
                  boolean[] finite = {true};
                  chunk.forEachPixel(v -> finite[0] &= Float.isFinite(v.get()));
                  return finite[0];
                });
    if (chunks.contains(false)) {
      throw new BadInputException(
          describe(image)
              + " has voxels that are NaN or infinite in channel "
              + name
              + ". Replace them, say by 0");
    }
  }

  private static Img<FloatType> normalised(
      RandomAccessibleInterval<FloatType> image, Normalisation normalisation) {
    return switch (normalisation.kind()) {
      case Z_SCORE -> Intensities.zScore(image, false);
      case Z_SCORE_NONZERO -> Intensities.zScore(image, true);
      case WINDOW -> Intensities.window(image, normalisation.lower(), normalisation.upper());
      case NONE -> copy(image);
    };
  }

  private static Img<FloatType> resampled(
      RandomAccessibleInterval<FloatType> image, long[] size, Normalisation normalisation) {
    Img<FloatType> channel = Resampling.linear(image, size);
    switch (normalisation.kind()) {
      case Z_SCORE -> Intensities.zScoreInPlace(channel, false);
      case Z_SCORE_NONZERO -> Intensities.zScoreInPlace(channel, true);
      case WINDOW ->
          Intensities.windowInPlace(channel, normalisation.lower(), normalisation.upper());
      case NONE -> {}
    }
    return channel;
  }

  /**
   * The normalised value that stands for "outside of the volume" where a crop or window reaches
   * beyond its border: the window's lower end, as of air in CT; else 0, which is the background
   * where only non-zero voxels are normalised, and the mean where all are.
   */
  private static float padding(Normalisation normalisation) {
    return normalisation.kind() == Normalisation.Kind.WINDOW ? -1 : 0;
  }

  /**
   * The label codes of a mask on the network grid of its image. Label values are resampled before
   * they are coded, so that overlapping regions keep fitting each other; no value vanishes as long
   * as there are voxels for it ({@link Resampling#labels}).
   *
   * @return {@link Labels#code} of each voxel, axes x, y, z
   */
  private static Img<UnsignedByteType> codes(
      Volume label, Labels labels, Grid original, Orientation orientation, long[] size)
      throws BadInputException {
    if (!Arrays.equals(label.grid().size(), original.size())) {
      throw new BadInputException(
          String.format(
              "%s has %s, its image %s. Resample it to the image's grid",
              describe(label), label.grid(), original));
    }
    RandomAccessibleInterval<IntType> values = orientation.toCanonical(label.labels());
    if (!Arrays.equals(size, values.dimensionsAsLongArray())) {
      values = Resampling.labels(values, size);
    }
    int[] codes = new int[Math.min(labels.values().last(), 65535) + 1];
    Arrays.setAll(codes, labels::code);
    Img<UnsignedByteType> result = PlanarImgs.unsignedBytes(size);
    LoopBuilder.setImages(values, result)
        .multiThreaded()
        .forEachPixel(
            (in, out) -> {
              int value = in.get();
              out.set(value >= 0 && value < codes.length ? codes[value] : labels.code(value));
            });
    return result;
  }

  /** The volume's file, or words where it has none. */
  static String describe(Volume volume) {
    return volume.file().map(Object::toString).orElse("the image");
  }
}
