/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.model.Size;
import org.egcnn.prepare.Prepared;

/** Copies windows of a prepared volume into a batch, mirrored if asked. */
final class WindowReader {
  private final Prepared prepared;
  private final Size window;

  WindowReader(Prepared prepared, Size window) {
    this.prepared = prepared;
    this.window = window;
  }

  /** Whether every voxel of the window that lies in the volume is 0 in every channel. */
  boolean isEmpty(long[] start) {
    long[] size = prepared.size();
    int[] sides = {window.width(), window.height(), window.depth()};
    long[] min = new long[3];
    long[] max = new long[3];
    for (int d = 0; d < 3; d++) {
      min[d] = Math.max(0, start[d]);
      max[d] = Math.min(size[d], start[d] + sides[d]) - 1;
    }
    for (RandomAccessibleInterval<FloatType> channel : prepared.channels()) {
      RandomAccess<FloatType> access = channel.randomAccess();
      for (long z = min[2]; z <= max[2]; z++) {
        for (long y = min[1]; y <= max[1]; y++) {
          access.setPosition(new long[] {min[0], y, z});
          for (long x = min[0]; x <= max[0]; x++, access.fwd(0)) {
            if (access.get().get() != 0) {
              return false;
            }
          }
        }
      }
    }
    return true;
  }

  /**
   * Copies a window.
   *
   * @param start its first voxel, x, y, z; outside of the volume there is padding
   * @param mirror the axes to mirror, bit 0 for x, 1 for y, 2 for z
   * @param target filled by absolute index, layout [N, D, H, W, C]
   * @param item which of the N
   */
  void read(long[] start, int mirror, FloatBuffer target, int item) {
    int channels = prepared.channels().size();
    List<RandomAccessible<FloatType>> sources =
        IntStream.range(0, channels).mapToObj(prepared::extended).toList();
    Parallelization.getTaskExecutor()
        .forEach(
            IntStream.range(0, window.depth()).boxed().toList(),
            dz -> {
              long z = start[2] + ((mirror & 4) == 0 ? dz : window.depth() - 1 - dz);
              int plane = (item * window.depth() + dz) * window.height() * window.width();
              for (int c = 0; c < channels; c++) {
                readPlane(sources.get(c), start, z, mirror, target, plane * channels + c, channels);
              }
            });
  }

  private void readPlane(
      RandomAccessible<FloatType> source,
      long[] start,
      long z,
      int mirror,
      FloatBuffer target,
      int first,
      int step) {
    RandomAccess<FloatType> access = source.randomAccess();
    boolean mirrorX = (mirror & 1) != 0;
    int to = first;
    for (int dy = 0; dy < window.height(); dy++) {
      long y = start[1] + ((mirror & 2) == 0 ? dy : window.height() - 1 - dy);
      long x = mirrorX ? start[0] + window.width() - 1 : start[0];
      access.setPosition(new long[] {x, y, z});
      for (int dx = 0; dx < window.width(); dx++, to += step) {
        target.put(to, access.get().get());
        if (mirrorX) {
          access.bck(0);
        } else {
          access.fwd(0);
        }
      }
    }
  }
}
