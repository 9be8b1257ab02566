/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.random.RandomGenerator;
import org.egcnn.model.Size;

/**
 * Chooses where crops are cut: a share of them around a random voxel of a random class that the
 * case has, the others anywhere with equal chance.
 *
 * <p>A crop stays inside the volume or, if asked for, inside the box around the case's content;
 * along an axis on which that box is the smaller, the crop covers all of it, at a random offset,
 * but still stays inside the volume. Along an axis on which the volume is the smaller, the crop
 * covers all of the volume, at a random offset.
 *
 * @param size the crop size
 * @param foregroundShare the share of crops around a voxel of a class, 0 to 1
 * @param inContent whether crops stay inside the box around the content
 */
record CropSampler(Size size, double foregroundShare, boolean inContent) {

  /** A sampler of crops anywhere in the volume. */
  CropSampler(Size size, double foregroundShare) {
    this(size, foregroundShare, false);
  }

  /**
   * Draws the position of a crop's first voxel, x, y, z; negative where the crop begins before the
   * volume.
   */
  int[] origin(PreparedCase source, RandomGenerator random) {
    int[] crop = {size.width(), size.height(), size.depth()};
    int[] volume = {source.width(), source.height(), source.depth()};
    VoxelBox box = inContent ? source.content() : VoxelBox.whole(volume[0], volume[1], volume[2]);
    int[] origin = new int[3];
    int[] present = source.foreground().present();
    boolean centred = random.nextDouble() < foregroundShare && present.length > 0;
    long voxel =
        centred ? source.foreground().draw(present[random.nextInt(present.length)], random) : 0;
    for (int d = 0; d < 3; d++) {
      int inside = box.to()[d] - crop[d];
      int lowest = Math.min(box.from()[d], inside);
      int highest = Math.max(box.from()[d], inside);
      lowest = Math.max(lowest, Math.min(0, volume[d] - crop[d]));
      highest = Math.min(highest, Math.max(0, volume[d] - crop[d]));
      if (centred && volume[d] > crop[d]) {
        int centre = (int) (voxel % volume[d]);
        origin[d] = Math.max(lowest, Math.min(highest, centre - crop[d] / 2));
      } else {
        origin[d] = lowest + random.nextInt(highest - lowest + 1);
      }
      voxel /= volume[d];
    }
    return origin;
  }
}
