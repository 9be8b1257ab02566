/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.img.Img;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * Images and labels seen through an affine map, such as a small rotation and scaling of a crop.
 * Only the part of the source that the target looks at is read, at most 2^26 of its voxels at a
 * time.
 */
public final class AffineResampling {
  private AffineResampling() {}

  /**
   * An image, interpolated linearly. All voxels around the source count as having the outside
   * value, so the image fades into it within one voxel of its border.
   *
   * @param source axes x, y, z; voxels are counted from its first
   * @param targetToSource three rows of four numbers that map a voxel (x, y, z) of the target to a
   *     position in the source, in voxels
   * @param size the target's size x, y, z
   * @param outside the value beyond the source
   * @throws IllegalArgumentException if there are other than three axes, a size below 1, or the
   *     affine has another shape or is not finite
   */
  public static Img<FloatType> image(
      RandomAccessibleInterval<FloatType> source,
      double[][] targetToSource,
      long[] size,
      float outside) {
    Arguments.requireVolume(source);
    Arguments.requireSize(size);
    PrimitiveBlocks<FloatType> reader =
        PrimitiveBlocks.of(Views.extendValue(Views.zeroMin(source), outside), OnFallback.ACCEPT);
    AffineBlocks blocks = new AffineBlocks(targetToSource, source.dimensionsAsLongArray());
    SliceImage<FloatType, float[]> result = SliceImage.floats(size);
    LoopBuilder.setImages(result.image()).multiThreaded().forEachPixel(v -> v.set(outside));
    blocks.forEach(
        new FinalInterval(size),
        (block, box) -> {
          float[] values = new float[(int) Intervals.numElements(box)];
          reader.copy(box, values);
          eachRow(
              block,
              (y, z, start) -> {
                float[] out = result.array(z);
                int from = result.offset(z) + start;
                new BoxRow(blocks, box, block, y, z).linear(values, out, from, outside);
              },
              size);
        });
    return result.image();
  }

  /**
   * Labels, each voxel that of the nearest source voxel.
   *
   * @param source axes x, y, z; voxels are counted from its first
   * @param targetToSource three rows of four numbers that map a voxel (x, y, z) of the target to a
   *     position in the source, in voxels
   * @param size the target's size x, y, z
   * @param outside the label of positions nearest to no source voxel
   * @throws IllegalArgumentException if there are other than three axes, a size below 1, or the
   *     affine has another shape or is not finite
   */
  public static Img<IntType> labels(
      RandomAccessibleInterval<IntType> source,
      double[][] targetToSource,
      long[] size,
      int outside) {
    Arguments.requireVolume(source);
    Arguments.requireSize(size);
    PrimitiveBlocks<IntType> reader =
        PrimitiveBlocks.of(Views.extendValue(Views.zeroMin(source), outside), OnFallback.ACCEPT);
    AffineBlocks blocks = new AffineBlocks(targetToSource, source.dimensionsAsLongArray());
    SliceImage<IntType, int[]> result = SliceImage.ints(size);
    LoopBuilder.setImages(result.image()).multiThreaded().forEachPixel(v -> v.set(outside));
    blocks.forEach(
        new FinalInterval(size),
        (block, box) -> {
          int[] values = new int[(int) Intervals.numElements(box)];
          reader.copy(box, values);
          eachRow(
              block,
              (y, z, start) -> {
                int[] out = result.array(z);
                int from = result.offset(z) + start;
                new BoxRow(blocks, box, block, y, z).nearest(values, out, from, outside);
              },
              size);
        });
    return result.image();
  }

  private interface RowWork {
    void row(int y, int z, int start);
  }

  /** Calls for each row of a block, in parallel, with its start within the slice. */
  private static void eachRow(Interval block, RowWork work, long[] size) {
    Chunk.forEach(
        (int) block.dimension(2),
        1,
        (from, to) -> {
          for (int z = (int) block.min(2) + from; z < block.min(2) + to; z++) {
            for (int y = (int) block.min(1); y <= block.max(1); y++) {
              work.row(y, z, (int) (y * size[0] + block.min(0)));
            }
          }
        });
  }
}
