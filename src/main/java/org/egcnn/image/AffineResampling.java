/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Arrays;
import java.util.Optional;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.img.Img;
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
        PrimitiveBlocks.of(
            Views.extendValue(Views.zeroMin(source), new FloatType(outside)), OnFallback.ACCEPT);
    AffineBlocks blocks = new AffineBlocks(targetToSource, source.dimensionsAsLongArray());
    SliceImage<FloatType, float[]> result = SliceImage.floats(size);
    blocks.forEach(
        new FinalInterval(size),
        (block, box) -> {
          float[] values = new float[length(box)];
          box.ifPresent(b -> reader.copy(b, values));
          eachRow(
              block,
              (y, z, start) -> {
                float[] out = result.array(z);
                int from = result.offset(z) + start;
                if (box.isPresent()) {
                  new BoxRow(blocks, box.get(), block, y, z).linear(values, out, from, outside);
                } else {
                  Arrays.fill(out, from, from + (int) block.dimension(0), outside);
                }
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
        PrimitiveBlocks.of(
            Views.extendValue(Views.zeroMin(source), new IntType(outside)), OnFallback.ACCEPT);
    AffineBlocks blocks = new AffineBlocks(targetToSource, source.dimensionsAsLongArray());
    SliceImage<IntType, int[]> result = SliceImage.ints(size);
    blocks.forEach(
        new FinalInterval(size),
        (block, box) -> {
          int[] values = new int[length(box)];
          box.ifPresent(b -> reader.copy(b, values));
          eachRow(
              block,
              (y, z, start) -> {
                int[] out = result.array(z);
                int from = result.offset(z) + start;
                if (box.isPresent()) {
                  new BoxRow(blocks, box.get(), block, y, z).nearest(values, out, from, outside);
                } else {
                  Arrays.fill(out, from, from + (int) block.dimension(0), outside);
                }
              },
              size);
        });
    return result.image();
  }

  private static int length(Optional<Interval> box) {
    return box.map(b -> (int) Intervals.numElements(b)).orElse(0);
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

  /** A row of target voxels as a line through a box of source voxels. */
  private static final class BoxRow {
    private final int length;
    private final int width;
    private final int slice;
    private final double[] origin = new double[3];
    private final double[] step = new double[3];
    private final double[] last = new double[3];

    BoxRow(AffineBlocks blocks, Interval box, Interval block, int y, int z) {
      length = (int) block.dimension(0);
      width = (int) box.dimension(0);
      slice = (int) (box.dimension(0) * box.dimension(1));
      for (int d = 0; d < 3; d++) {
        origin[d] = blocks.source(d, block.min(0), y, z) - box.min(d);
        step[d] = blocks.step(d);
        last[d] = box.max(d) - box.min(d);
      }
    }

    void linear(float[] box, float[] out, int from, float outside) {
      double sx = step[0];
      double sy = step[1];
      double sz = step[2];
      for (int i = 0; i < length; i++) {
        double px = origin[0] + i * sx;
        double py = origin[1] + i * sy;
        double pz = origin[2] + i * sz;
        if (!(px >= 0 && px < last[0] && py >= 0 && py < last[1] && pz >= 0 && pz < last[2])) {
          out[from + i] = outside;
          continue;
        }
        int x = (int) px;
        int y = (int) py;
        int z = (int) pz;
        float wx = (float) (px - x);
        float wy = (float) (py - y);
        float wz = (float) (pz - z);
        int at = x + y * width + z * slice;
        float a = box[at] + wx * (box[at + 1] - box[at]);
        float b = box[at + width] + wx * (box[at + width + 1] - box[at + width]);
        float lower = a + wy * (b - a);
        at += slice;
        float c = box[at] + wx * (box[at + 1] - box[at]);
        float d = box[at + width] + wx * (box[at + width + 1] - box[at + width]);
        float upper = c + wy * (d - c);
        out[from + i] = lower + wz * (upper - lower);
      }
    }

    void nearest(int[] box, int[] out, int from, int outside) {
      for (int i = 0; i < length; i++) {
        double px = origin[0] + i * step[0] + 0.5;
        double py = origin[1] + i * step[1] + 0.5;
        double pz = origin[2] + i * step[2] + 0.5;
        boolean inside =
            px >= 0
                && px < last[0] + 1
                && py >= 0
                && py < last[1] + 1
                && pz >= 0
                && pz < last[2] + 1;
        out[from + i] = inside ? box[(int) px + (int) py * width + (int) pz * slice] : outside;
      }
    }
  }
}
