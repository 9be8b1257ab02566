/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.egcnn.task.BadInputException;

/**
 * A 3D image with one or more channels and its place in the world. The voxels keep the type they
 * were read in; {@link #channel} and {@link #labels} view them as numbers or as labels without
 * copying. Immutable as long as nobody writes to the image it was made from.
 */
public final class Volume {
  private final RandomAccessibleInterval<? extends RealType<?>> image;
  private final Grid grid;
  private final Optional<Path> file;
  private final Optional<NiftiForms> forms;

  /**
   * A volume over an image.
   *
   * @param image axes x, y, z, or x, y, z, channel
   * @param grid its place; the sizes must agree
   * @param file the file it came from, for messages
   * @param forms the NIfTI coordinate forms it came with, so that a mask can be written with the
   *     same ones
   * @throws IllegalArgumentException if the sizes disagree
   */
  public Volume(
      RandomAccessibleInterval<? extends RealType<?>> image,
      Grid grid,
      Optional<Path> file,
      Optional<NiftiForms> forms) {
    int n = image.numDimensions();
    if (n != 3 && n != 4) {
      throw new IllegalArgumentException("a volume has axes x, y, z and perhaps channels");
    }
    for (int d = 0; d < 3; d++) {
      if (image.dimension(d) != grid.size()[d]) {
        throw new IllegalArgumentException("image and grid differ in size along axis " + d);
      }
    }
    this.image = n == 4 ? image : Views.addDimension(image, 0, 0);
    this.grid = grid;
    this.file = file;
    this.forms = forms;
  }

  /** A volume that came from no file. */
  public Volume(RandomAccessibleInterval<? extends RealType<?>> image, Grid grid) {
    this(image, grid, Optional.empty(), Optional.empty());
  }

  /** Where the voxels are. */
  public Grid grid() {
    return grid;
  }

  /** The file it came from. */
  public Optional<Path> file() {
    return file;
  }

  /** The NIfTI coordinate forms it came with. */
  public Optional<NiftiForms> forms() {
    return forms;
  }

  /** The number of channels, at least 1. */
  public int channels() {
    return (int) image.dimension(3);
  }

  /** All voxels in their own type, axes x, y, z, channel. */
  public RandomAccessibleInterval<? extends RealType<?>> image() {
    return image;
  }

  /**
   * One channel as float32 values, axes x, y, z, zero-min; a view.
   *
   * @param c the channel, from 0
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public RandomAccessibleInterval<FloatType> channel(int c) {
    RandomAccessibleInterval slice = slice(c);
    return Converters.<RealType, FloatType>convert(
        (RandomAccessibleInterval<RealType>) slice,
        (in, out) -> out.set(in.getRealFloat()),
        new FloatType());
  }

  /** The first channel as label values rounded to whole numbers, axes x, y, z; a view. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public RandomAccessibleInterval<IntType> labels() {
    RandomAccessibleInterval slice = slice(0);
    return Converters.<RealType, IntType>convert(
        (RandomAccessibleInterval<RealType>) slice,
        (in, out) -> out.set((int) Math.round(in.getRealDouble())),
        new IntType());
  }

  /**
   * Complains if any voxel of any channel is not a finite number; integers always are.
   *
   * @throws BadInputException naming the file, how many voxels there are and the first of them
   */
  public void requireFinite() throws BadInputException {
    require(
        Double::isFinite, "finite numbers", "Replace them, for example by the background's value");
  }

  /**
   * Complains if there are several channels, or any voxel is no label value but a fraction, as
   * linear interpolation makes them, or no number; integers always are.
   *
   * @throws BadInputException naming the file, and the channels, or how many voxels there are and
   *     the first of them
   */
  public void requireLabels() throws BadInputException {
    if (channels() != 1) {
      throw new BadInputException(
          name() + ": has " + channels() + " channels. Give a mask of one channel");
    }
    require(
        Volume::isWhole,
        "whole numbers, as label values are",
        "Give a label mask; resample masks to the nearest neighbour");
  }

  /** Whether a number is a whole one; some tools write 0.99999994 for 1. */
  public static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) <= 1e-3;
  }

  private String name() {
    return file.map(Path::toString).orElse("an image without a file");
  }

  private void require(DoublePredicate fits, String what, String advice) throws BadInputException {
    UnfitVoxels found = UnfitVoxels.in(image, fits);
    if (found.count() > 0) {
      throw new BadInputException(
          name()
              + ": "
              + found.count()
              + " voxels are not "
              + what
              + ", the first at x, y, z, channel "
              + Arrays.toString(found.first())
              + ". "
              + advice);
    }
  }

  private RandomAccessibleInterval<? extends RealType<?>> slice(int c) {
    return Views.zeroMin(Views.hyperSlice(image, 3, image.min(3) + c));
  }
}
