/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.egcnn.model.Size;

/**
 * Cuts crops out of prepared cases. Outside the volume intensities are the case's padding values,
 * as when segmenting, and labels are background.
 */
final class CropReader {

  /**
   * Cuts a crop.
   *
   * @param origin the volume's voxel at the crop's first, x, y, z; may lie outside
   * @param transform turns and zooms about the crop's centre and deforms: images are then sampled
   *     by trilinear interpolation, labels at the nearest voxel
   * @param target a crop to fill
   */
  void read(PreparedCase source, int[] origin, Optional<CropTransform> transform, Crop target)
      throws IOException {
    if (transform.isPresent()) {
      readTransformed(source, origin, transform.get(), target);
    } else {
      readBox(source, origin, target);
    }
  }

  private void readBox(PreparedCase source, int[] origin, Crop target) throws IOException {
    Size size = target.size();
    clear(target, source.padding());
    int left = Math.max(0, -origin[0]);
    int right = Math.min(size.width(), source.width() - origin[0]);
    int top = Math.max(0, -origin[1]);
    int bottom = Math.min(size.height(), source.height() - origin[1]);
    int front = Math.max(0, -origin[2]);
    int back = Math.min(size.depth(), source.depth() - origin[2]);
    int n = right - left;
    int channels = source.channels();
    VoxelStorage storage = source.storage();
    for (int z = front; z < back && n > 0; z++) {
      for (int y = top; y < bottom; y++) {
        int from = (origin[1] + y) * source.width() + origin[0] + left;
        int to = target.index(left, y, z);
        storage.readImages(
            origin[2] + z, from * channels, n * channels, target.images(), to * channels);
        storage.readCodes(origin[2] + z, from, n, target.codes(), to);
      }
    }
  }

  private static void clear(Crop target, float[] padding) {
    Arrays.fill(target.codes(), (byte) 0);
    float[] images = target.images();
    for (int i = 0; i < images.length; i += padding.length) {
      System.arraycopy(padding, 0, images, i, padding.length);
    }
  }

  private void readTransformed(
      PreparedCase source, int[] origin, CropTransform transform, Crop target) throws IOException {
    Size size = target.size();
    double[] half = {(size.width() - 1) / 2.0, (size.height() - 1) / 2.0, (size.depth() - 1) / 2.0};
    int[] first = new int[3];
    int[] sides = new int[3];
    double[] centre = new double[3];
    for (int d = 0; d < 3; d++) {
      double middle = origin[d] + half[d];
      double reach = transform.reach(d, half);
      first[d] = (int) Math.floor(middle - reach);
      // one voxel more than the last sample's, for its upper neighbour, and one for rounding
      sides[d] = (int) Math.floor(middle + reach) + 3 - first[d];
      centre[d] = middle - first[d];
    }
    Crop box = new Crop(new Size(sides[2], sides[1], sides[0]), target.channels());
    readBox(source, first, box);
    Deformation deformation = transform.deformation().orElse(null);
    double[] point = new double[3];
    for (int z = 0; z < size.depth(); z++) {
      for (int y = 0; y < size.height(); y++) {
        for (int x = 0; x < size.width(); x++) {
          double dx = x - half[0];
          double dy = y - half[1];
          double dz = z - half[2];
          for (int d = 0; d < 3; d++) {
            point[d] = centre[d] + transform.apply(d, dx, dy, dz);
            if (deformation != null) {
              point[d] += deformation.at(d, x, y, z);
            }
          }
          sample(
              box,
              Math.max(0, point[0]),
              Math.max(0, point[1]),
              Math.max(0, point[2]),
              target,
              target.index(x, y, z));
        }
      }
    }
  }

  private static void sample(Crop box, double x, double y, double z, Crop target, int to) {
    target.codes()[to] = box.codes()[box.index((int) (x + 0.5), (int) (y + 0.5), (int) (z + 0.5))];
    int channels = box.channels();
    int x0 = (int) x;
    int y0 = (int) y;
    int z0 = (int) z;
    float fx = (float) (x - x0);
    float fy = (float) (y - y0);
    float fz = (float) (z - z0);
    int base = box.index(x0, y0, z0) * channels;
    int row = box.size().width() * channels;
    int slice = box.size().height() * row;
    float[] values = box.images();
    for (int c = 0; c < channels; c++) {
      int i = base + c;
      float near = plane(values, i, channels, row, fx, fy);
      float far = plane(values, i + slice, channels, row, fx, fy);
      target.images()[to * channels + c] = near + fz * (far - near);
    }
  }

  private static float plane(float[] values, int i, int step, int row, float fx, float fy) {
    float upper = values[i] + fx * (values[i + step] - values[i]);
    float lower = values[i + row] + fx * (values[i + row + step] - values[i + row]);
    return upper + fy * (lower - upper);
  }
}
