/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.imglib2.parallel.Parallelization;
import org.egcnn.model.Size;

/**
 * The weighted mean of overlapping windows' predictions, of which only the z-planes that a window
 * can still change are in memory. Windows must come with their first plane ascending; {@link
 * #finishBefore} hands the planes that are complete to a {@link PlaneSink} and reuses their memory.
 *
 * <p>Memory: {@code depth of the window x width x height of the volume x channels} float32 values,
 * whatever the depth of the volume.
 */
final class RollingSlab {
  private final SlidingWindow windows;
  private final int width;
  private final int height;
  private final long depth;
  private final int channels;
  private final PlaneSink sink;
  private final float[][] planes;
  private final float[][] factors;
  private final float[][] sums;
  private long next;

  /**
   * An empty slab.
   *
   * @param size the volume's size x, y, z
   * @param windows where windows will be added; each exactly once, or with scales that sum to 1
   * @param channels values a voxel
   * @param sink takes the finished planes
   */
  RollingSlab(long[] size, SlidingWindow windows, int channels, PlaneSink sink) {
    this.windows = windows;
    this.width = Math.toIntExact(size[0]);
    this.height = Math.toIntExact(size[1]);
    this.depth = size[2];
    this.channels = channels;
    this.sink = sink;
    Size window = windows.window();
    int plane = Math.multiplyExact(Math.multiplyExact(width, height), channels);
    this.planes = new float[(int) Math.min(window.depth(), depth)][plane];
    int[] sides = {window.width(), window.height(), window.depth()};
    this.factors = new float[3][];
    this.sums = new float[3][];
    for (int d = 0; d < 3; d++) {
      factors[d] = GaussianWeights.side(sides[d]);
      sums[d] = GaussianWeights.sum(Math.toIntExact(size[d]), windows.starts(d), sides[d]);
    }
  }

  /** The number of float32 values held. */
  long heldValues() {
    return Arrays.stream(planes).mapToLong(p -> p.length).sum();
  }

  /**
   * Adds the prediction for one window.
   *
   * @param start the window's first voxel, x, y, z
   * @param values predictions, layout [N, D, H, W, channel]
   * @param item which of the N
   * @param mirror the axes along which the window was mirrored before predicting, bit 0 for x
   * @param scale this prediction's share in the window's result, 1 unless several are averaged
   */
  void add(long[] start, FloatBuffer values, int item, int mirror, float scale) {
    Size window = windows.window();
    int x0 = (int) Math.max(0, start[0]);
    int x1 = (int) Math.min(width, start[0] + window.width());
    forEachRow(
        start,
        (plane, y, dz, dy) -> {
          float weight = scale * factors[2][dz] * factors[1][dy];
          int sourceZ = (mirror & 4) == 0 ? dz : window.depth() - 1 - dz;
          int sourceY = (mirror & 2) == 0 ? dy : window.height() - 1 - dy;
          int row = (item * window.depth() + sourceZ) * window.height() + sourceY;
          float[] source = new float[window.width() * channels];
          values.get(row * source.length, source);
          for (int x = x0; x < x1; x++) {
            int dx = (int) (x - start[0]);
            int sourceX = (mirror & 1) == 0 ? dx : window.width() - 1 - dx;
            float w = weight * factors[0][dx];
            int from = sourceX * channels;
            int to = (y * width + x) * channels;
            for (int c = 0; c < channels; c++) {
              plane[to + c] += w * source[from + c];
            }
          }
        });
  }

  /**
   * Adds a window whose prediction is 1 in one channel and 0 in the others.
   *
   * @param start the window's first voxel, x, y, z
   * @param channel the certain channel
   * @param scale this prediction's share in the window's result
   */
  void addCertain(long[] start, int channel, float scale) {
    int x0 = (int) Math.max(0, start[0]);
    int x1 = (int) Math.min(width, start[0] + windows.window().width());
    forEachRow(
        start,
        (plane, y, dz, dy) -> {
          float weight = scale * factors[2][dz] * factors[1][dy];
          for (int x = x0; x < x1; x++) {
            plane[(y * width + x) * channels + channel] +=
                weight * factors[0][(int) (x - start[0])];
          }
        });
  }

  /**
   * One row of the window that lies in the volume: its plane, its y there, its place in the window.
   */
  private interface RowAction {
    void row(float[] plane, int y, int dz, int dy);
  }

  private void forEachRow(long[] start, RowAction action) {
    Size window = windows.window();
    long z0 = Math.max(0, start[2]);
    long z1 = Math.min(depth, start[2] + window.depth());
    if (z0 < next) {
      throw new IllegalStateException("plane " + z0 + " was finished already");
    }
    int y0 = (int) Math.max(0, start[1]);
    int y1 = (int) Math.min(height, start[1] + window.height());
    Parallelization.getTaskExecutor()
        .forEach(
            IntStream.range(0, (int) (z1 - z0)).boxed().toList(),
            i -> {
              long z = z0 + i;
              float[] plane = planes[(int) (z % planes.length)];
              for (int y = y0; y < y1; y++) {
                action.row(plane, y, (int) (z - start[2]), (int) (y - start[1]));
              }
            });
  }

  /**
   * Says that no later window begins before a plane: hands all planes below it to the sink.
   *
   * @param z the first plane that windows may still change; the volume's depth at the end
   */
  void finishBefore(long z) {
    for (; next < Math.min(z, depth); next++) {
      float[] plane = planes[(int) (next % planes.length)];
      for (int y = 0; y < height; y++) {
        float weight = sums[2][(int) next] * sums[1][y];
        for (int x = 0; x < width; x++) {
          float inverse = 1 / (weight * sums[0][x]);
          int at = (y * width + x) * channels;
          for (int c = 0; c < channels; c++) {
            plane[at + c] *= inverse;
          }
        }
      }
      sink.plane(next, plane);
      Arrays.fill(plane, 0);
    }
  }
}
