/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.BooleanType;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

/**
 * The surface voxels of a mask: its voxels that have at least one of their 6 face neighbours
 * outside the mask, that is, the mask without its erosion by the cross-shaped structuring element.
 * What lies outside the image counts as outside the mask.
 */
final class SurfaceVoxels {
  private final Img<NativeBoolType> mask;

  private SurfaceVoxels(Img<NativeBoolType> mask) {
    this.mask = mask;
  }

  /**
   * Finds the surface of a mask, multi-threaded.
   *
   * @param mask axes x, y, z
   */
  static SurfaceVoxels of(RandomAccessibleInterval<? extends BooleanType<?>> mask) {
    Img<NativeBoolType> solid = emptyLike(mask);
    LoopBuilder.setImages(mask, solid).multiThreaded().forEachPixel((in, out) -> out.set(in.get()));
    Img<NativeBoolType> surface = emptyLike(mask);
    LoopBuilder.setImages(Intervals.positions(solid), solid, surface)
        .multiThreaded()
        .forEachChunk(
            chunk -> {
              RandomAccess<NativeBoolType> neighbour =
                  Views.extendValue(solid, false).randomAccess();
              chunk.forEachPixel(
                  (position, in, out) -> {
                    if (in.get()) {
                      neighbour.setPosition(position);
                      out.set(touchesOutside(neighbour));
                    }
                  });
              return null;
            });
    return new SurfaceVoxels(surface);
  }

  private static Img<NativeBoolType> emptyLike(RandomAccessibleInterval<?> image) {
    return Util.getSuitableImgFactory(image, new NativeBoolType())
        .create(image.dimensionsAsLongArray());
  }

  private static boolean touchesOutside(RandomAccess<NativeBoolType> voxel) {
    for (int d = 0; d < voxel.numDimensions(); d++) {
      voxel.fwd(d);
      boolean next = voxel.get().get();
      voxel.move(-2, d);
      boolean previous = voxel.get().get();
      voxel.fwd(d);
      if (!next || !previous) {
        return true;
      }
    }
    return false;
  }

  /** True at the surface voxels; zero-min, the size of the mask they were found in. */
  RandomAccessibleInterval<NativeBoolType> mask() {
    return mask;
  }

  /**
   * An image's values at the surface voxels.
   *
   * @param image of the same size
   */
  double[] sample(RandomAccessibleInterval<FloatType> image) {
    List<double[]> parts =
        LoopBuilder.setImages(mask, image)
            .multiThreaded()
            .forEachChunk(
                chunk -> {
                  DoubleStream.Builder values = DoubleStream.builder();
                  chunk.forEachPixel(
                      (on, value) -> {
                        if (on.get()) {
                          values.add(value.get());
                        }
                      });
                  return values.build().toArray();
                });
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }
}
