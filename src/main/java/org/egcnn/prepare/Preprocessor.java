/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
  /** Spacings that differ by less than this share are taken as equal: headers round. */
  private static final double SPACING_TOLERANCE = 1e-3;

  private static final Orientation AS_IT_IS =
      Orientation.of(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});

  private final Preprocessing preprocessing;

  /** A preprocessor for a model's or dataset's settings. */
  public Preprocessor(Preprocessing preprocessing) {
    this.preprocessing = preprocessing;
  }

  /**
   * Prepares a volume. Memory: the result, 4 bytes a voxel of the network grid and channel, and one
   * channel more for a moment where voxels are resampled.
   *
   * @param image the volume, its channels in the order of {@link Preprocessing#channels}
   * @throws BadInputException if it has another number of channels, voxels that are NaN or
   *     infinite, or a grid that cannot be oriented or resampled in the memory there is
   */
  public Prepared prepare(Volume image) throws BadInputException {
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
    Orientation orientation = orientation(image);
    long[] size = networkSize(image, orientation);
    List<RandomAccessibleInterval<FloatType>> channels = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      RandomAccessibleInterval<FloatType> oriented = orientation.toCanonical(image.channel(c));
      RandomAccessibleInterval<FloatType> resampled =
          Arrays.equals(size, oriented.dimensionsAsLongArray())
              ? oriented
              : Resampling.linear(oriented, size);
      Img<FloatType> channel = normalised(resampled, preprocessing.normalisation().get(c));
      requireFinite(channel, image, names.get(c));
      channels.add(channel);
    }
    List<Float> padding =
        preprocessing.normalisation().stream().map(Preprocessor::padding).toList();
    return new Prepared(channels, padding, image.grid(), orientation, image.file(), image.forms());
  }

  private Orientation orientation(Volume image) throws BadInputException {
    if (!preprocessing.canonical()) {
      return AS_IT_IS;
    }
    try {
      return Orientation.of(image.grid().affine().toArray());
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          describe(image)
              + " has no usable voxel axes ("
              + e.getMessage()
              + "). Correct the affine in its header",
          e);
    }
  }

  private long[] networkSize(Volume image, Orientation orientation) throws BadInputException {
    Grid grid = image.grid();
    long[] size = orientation.toCanonical(grid.size());
    if (preprocessing.spacing().isEmpty()) {
      return size;
    }
    double[] spacing = orientation.toCanonical(grid.spacing());
    double[] target =
        preprocessing.spacing().get().stream().mapToDouble(Double::doubleValue).toArray();
    if (IntStream.range(0, 3)
        .allMatch(d -> Math.abs(spacing[d] / target[d] - 1) < SPACING_TOLERANCE)) {
      return size;
    }
    try {
      long[] resampled = Resampling.size(size, spacing, target);
      requireMemory(image, resampled);
      return resampled;
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          String.format(
              "%s cannot be resampled to %s mm (%s). Correct the voxel size in its header: %s",
              describe(image), Arrays.toString(target), e.getMessage(), grid),
          e);
    }
  }

  private void requireMemory(Volume image, long[] size) throws BadInputException {
    double bytes = 4.0 * size[0] * size[1] * size[2] * preprocessing.channels().size();
    if (bytes > Runtime.getRuntime().maxMemory()) {
      throw new BadInputException(
          String.format(
              "%s has %s; at the model's voxel size it needs %.1f GiB, more than Java may use."
                  + " Correct the voxel size in its header or give Java more memory",
              describe(image), image.grid(), bytes / (1 << 30)));
    }
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
   * @param label the mask, on the grid of the image
   * @param labels what its values mean
   * @param like the prepared image
   * @return {@link Labels#code} of each voxel, axes x, y, z
   * @throws BadInputException if the mask's size is not the image's
   */
  public Img<UnsignedByteType> codes(Volume label, Labels labels, Prepared like)
      throws BadInputException {
    if (!Arrays.equals(label.grid().size(), like.original().size())) {
      throw new BadInputException(
          String.format(
              "%s has %s, its image %s. Resample it to the image's grid",
              describe(label), label.grid(), like.original()));
    }
    RandomAccessibleInterval<IntType> values = like.orientation().toCanonical(label.labels());
    if (!Arrays.equals(like.size(), values.dimensionsAsLongArray())) {
      values = Resampling.labels(values, like.size());
    }
    int[] codes = new int[Math.min(labels.values().last(), 65535) + 1];
    Arrays.setAll(codes, labels::code);
    Img<UnsignedByteType> result = PlanarImgs.unsignedBytes(like.size());
    LoopBuilder.setImages(values, result)
        .multiThreaded()
        .forEachPixel(
            (in, out) -> {
              int value = in.get();
              out.set(value >= 0 && value < codes.length ? codes[value] : labels.code(value));
            });
    return result;
  }

  private static String describe(Volume volume) {
    return volume.file().map(Object::toString).orElse("the image");
  }
}
