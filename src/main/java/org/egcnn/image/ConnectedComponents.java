/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.Img;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * The connected parts of a mask, found by joining runs of voxels along x with union-find; memory
 * besides the result grows with the number of runs, not of voxels.
 */
public final class ConnectedComponents {
  private final Runs[] slices;
  private final int[] firstRun;
  private final int[] parent;
  private final boolean diagonal;
  private final int width;
  private final int height;

  private ConnectedComponents(
      RandomAccessibleInterval<? extends BooleanType<?>> mask, boolean diagonal) {
    Arguments.requireVolume(mask);
    this.diagonal = diagonal;
    width = (int) mask.dimension(0);
    height = (int) mask.dimension(1);
    slices = new Runs[(int) mask.dimension(2)];
    PrimitiveBlocks<ByteType> blocks = Blocks.mask(mask);
    Chunk.forEach(
        slices.length,
        1,
        (from, to) -> {
          PrimitiveBlocks<ByteType> reader = blocks.independentCopy();
          byte[] slice = new byte[width * height];
          for (int z = from; z < to; z++) {
            slices[z] = Runs.read(reader, z, width, height, slice);
          }
        });
    firstRun = new int[slices.length + 1];
    for (int z = 0; z < slices.length; z++) {
      firstRun[z + 1] = Math.addExact(firstRun[z], slices[z].count());
    }
    parent = IntStream.range(0, firstRun[slices.length]).toArray();
    join();
  }

  /**
   * Numbers the connected parts from 1, the largest first; of equal ones that which comes first in
   * raster order.
   *
   * @param mask axes x, y, z
   * @param diagonal whether voxels that share only an edge or a corner are neighbours (26
   *     neighbours) or just those that share a face (6)
   * @return the number of each voxel's part, 0 where the mask is false
   * @throws IllegalArgumentException if there are other than three axes
   */
  public static Img<IntType> label(
      RandomAccessibleInterval<? extends BooleanType<?>> mask, boolean diagonal) {
    ConnectedComponents components = new ConnectedComponents(mask, diagonal);
    int[] numbers = components.numbers();
    SliceImage<IntType, int[]> result = SliceImage.ints(mask.dimensionsAsLongArray());
    components.eachRun(
        (run, z, start, end) -> {
          int offset = result.offset(z);
          Arrays.fill(result.array(z), offset + start, offset + end, numbers[run]);
        });
    return result.image();
  }

  /**
   * The largest connected part; of equal ones that which comes first in raster order.
   *
   * @param mask axes x, y, z
   * @param diagonal whether voxels that share only an edge or a corner are neighbours
   * @return 1 in the part, 0 elsewhere; all 0 if the mask is false everywhere
   * @throws IllegalArgumentException if there are other than three axes
   */
  public static Img<UnsignedByteType> largest(
      RandomAccessibleInterval<? extends BooleanType<?>> mask, boolean diagonal) {
    ConnectedComponents components = new ConnectedComponents(mask, diagonal);
    int[] numbers = components.numbers();
    SliceImage<UnsignedByteType, byte[]> result = SliceImage.bytes(mask.dimensionsAsLongArray());
    components.eachRun(
        (run, z, start, end) -> {
          if (numbers[run] == 1) {
            int offset = result.offset(z);
            Arrays.fill(result.array(z), offset + start, offset + end, (byte) 1);
          }
        });
    return result.image();
  }

  private void join() {
    int reach = diagonal ? 1 : 0;
    for (int z = 0; z < slices.length; z++) {
      for (int y = 0; y < height; y++) {
        if (y > 0) {
          join(z, y, z, y - 1, reach);
        }
        if (z > 0) {
          join(z, y, z - 1, y, reach);
          if (diagonal && y > 0) {
            join(z, y, z - 1, y - 1, reach);
          }
          if (diagonal && y < height - 1) {
            join(z, y, z - 1, y + 1, reach);
          }
        }
      }
    }
  }

  private void join(int z, int y, int otherZ, int otherY, int reach) {
    int first = firstRun[z];
    int otherFirst = firstRun[otherZ];
    slices[z].touching(
        y, slices[otherZ], otherY, reach, (i, j) -> union(first + i, otherFirst + j));
  }

  /** The root of a run is the first run of its part. */
  private void union(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  private int find(int run) {
    int at = run;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The part's number for each run. */
  private int[] numbers() {
    long[] voxels = new long[parent.length];
    for (int z = 0; z < slices.length; z++) {
      for (int i = 0; i < slices[z].count(); i++) {
        voxels[find(firstRun[z] + i)] += slices[z].to()[i] - slices[z].from()[i];
      }
    }
    int[] bySize =
        IntStream.range(0, parent.length)
            .filter(run -> voxels[run] > 0)
            .boxed()
            .sorted((a, b) -> Long.compare(voxels[b], voxels[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] numbers = new int[parent.length];
    for (int i = 0; i < bySize.length; i++) {
      numbers[bySize[i]] = i + 1;
    }
    for (int run = 0; run < numbers.length; run++) {
      numbers[run] = numbers[find(run)];
    }
    return numbers;
  }

  private interface RunReceiver {
    void run(int run, int z, int start, int end);
  }

  private void eachRun(RunReceiver receiver) {
    Chunk.forEach(
        slices.length,
        1,
        (from, to) -> {
          for (int z = from; z < to; z++) {
            Runs runs = slices[z];
            for (int y = 0; y < height; y++) {
              for (int i = runs.rowStart()[y]; i < runs.rowStart()[y + 1]; i++) {
                int row = y * width;
                receiver.run(firstRun[z] + i, z, row + runs.from()[i], row + runs.to()[i]);
              }
            }
          }
        });
  }
}
