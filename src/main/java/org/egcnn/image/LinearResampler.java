/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Optional;
import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * An image resampled linearly to another size, computed block by block when asked, so that several
 * large maps can be resampled side by side without holding any of them whole. Grids share their
 * outer voxel borders: target voxel i lies at the source coordinate {@code (i + 0.5) n / m − 0.5},
 * and beyond the centres of the outer voxels the border's values go on. Interpolation is plain
 * linear also when the target is coarser: there is no smoothing against aliasing; blur beforehand
 * with a Gaussian where that is wanted.
 *
 * <p>Memory: a thread keeps two slices of the block and as much of one source slice as the block
 * covers. Blocks of whole slices, a few dozen at a time, are the fastest.
 */
public final class LinearResampler {
  private final PrimitiveBlocks<FloatType> source;
  private final long[] sourceSize;
  private final long[] size;

  /**
   * Prepares a source; nothing is computed yet.
   *
   * @param source axes x, y, z; read whenever a block is asked for
   * @param size the target's size x, y, z
   * @throws IllegalArgumentException if there are other than three axes or a size below 1
   */
  public LinearResampler(RandomAccessibleInterval<FloatType> source, long[] size) {
    Arguments.requireVolume(source);
    Arguments.requireSize(size);
    this.source = Blocks.floats(source);
    this.sourceSize = source.dimensionsAsLongArray();
    this.size = size.clone();
  }

  /** The target's size x, y, z. */
  public long[] size() {
    return size.clone();
  }

  /**
   * Computes a block of the target, on several threads.
   *
   * @param block where in the target, whose minimum is zero
   * @param out receives the values; of the block's size, with any minimum
   * @throws IllegalArgumentException if the block is not within the target or {@code out} has
   *     another size
   */
  public void block(Interval block, RandomAccessibleInterval<FloatType> out) {
    Arguments.requireVolume(block);
    Arguments.requireVolume(out);
    Arguments.requireSameSize(block, out);
    for (int d = 0; d < 3; d++) {
      if (block.min(d) < 0 || block.max(d) >= size[d]) {
        throw new IllegalArgumentException(
            "the block reaches beyond the target along axis "
                + d
                + ": "
                + new FinalInterval(block));
      }
    }
    LinearTaps[] taps = new LinearTaps[3];
    for (int d = 0; d < 3; d++) {
      taps[d] = new LinearTaps(sourceSize[d], size[d], block.min(d), (int) block.dimension(d));
    }
    Optional<SliceImage<FloatType, float[]>> arrays = SliceImage.of(out);
    RandomAccessibleInterval<FloatType> zeroMin = Views.zeroMin(out);
    Chunk.forEach(
        (int) block.dimension(2),
        2,
        (from, to) -> {
          InPlane inPlane = new InPlane(source.independentCopy(), taps[0], taps[1]);
          float[] own = arrays.isPresent() ? null : new float[inPlane.length()];
          for (int z = from; z < to; z++) {
            float[] target = arrays.isPresent() ? arrays.get().array(z) : own;
            int offset = arrays.isPresent() ? arrays.get().offset(z) : 0;
            blend(inPlane, taps[2], z, target, offset);
            if (own != null) {
              copy(own, Views.hyperSlice(zeroMin, 2, z));
            }
          }
        });
  }

  private static void blend(InPlane inPlane, LinearTaps taps, int z, float[] out, int offset) {
    int length = inPlane.length();
    float[] lower = inPlane.slice(taps.lower[z]);
    float weight = (float) taps.weight[z];
    if (weight == 0) {
      System.arraycopy(lower, 0, out, offset, length);
      return;
    }
    float[] upper = inPlane.slice(taps.upper[z]);
    for (int i = 0; i < length; i++) {
      out[offset + i] = lower[i] + weight * (upper[i] - lower[i]);
    }
  }

  private static void copy(float[] values, RandomAccessibleInterval<FloatType> slice) {
    Cursor<FloatType> cursor = Views.flatIterable(slice).cursor();
    for (float value : values) {
      cursor.next().set(value);
    }
  }

  /** Source slices resampled along x and y; keeps the last two. */
  private static final class InPlane {
    private final PrimitiveBlocks<FloatType> source;
    private final LinearTaps x;
    private final LinearTaps y;
    private final int sourceWidth;
    private final int sourceHeight;
    private final float[] sourceSlice;
    private final float[] alongX;
    private final float[][] slices;
    private final int[] kept = {-1, -1};

    InPlane(PrimitiveBlocks<FloatType> source, LinearTaps x, LinearTaps y) {
      this.source = source;
      this.x = x;
      this.y = y;
      sourceWidth = x.last() - x.first() + 1;
      sourceHeight = y.last() - y.first() + 1;
      sourceSlice = new float[sourceWidth * sourceHeight];
      alongX = new float[Math.multiplyExact(x.lower.length, sourceHeight)];
      slices = new float[2][x.lower.length * y.lower.length];
    }

    int length() {
      return slices[0].length;
    }

    /** The source slice {@code z}; neighbours stay valid side by side. */
    float[] slice(int z) {
      int place = z & 1;
      if (kept[place] != z) {
        source.copy(
            FinalInterval.createMinSize(x.first(), y.first(), z, sourceWidth, sourceHeight, 1),
            sourceSlice);
        resampleX();
        resampleY(slices[place]);
        kept[place] = z;
      }
      return slices[place];
    }

    private void resampleX() {
      int width = x.lower.length;
      for (int row = 0; row < sourceHeight; row++) {
        int start = row * sourceWidth - x.first();
        for (int i = 0; i < width; i++) {
          float a = sourceSlice[start + x.lower[i]];
          float b = sourceSlice[start + x.upper[i]];
          alongX[row * width + i] = a + (float) x.weight[i] * (b - a);
        }
      }
    }

    private void resampleY(float[] out) {
      int width = x.lower.length;
      for (int j = 0; j < y.lower.length; j++) {
        int a = (y.lower[j] - y.first()) * width;
        int b = (y.upper[j] - y.first()) * width;
        float weight = (float) y.weight[j];
        for (int i = 0; i < width; i++) {
          out[j * width + i] = alongX[a + i] + weight * (alongX[b + i] - alongX[a + i]);
        }
      }
    }
  }
}
