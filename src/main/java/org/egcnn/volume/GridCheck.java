/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.nio.file.Path;
import org.egcnn.task.BadInputException;

/** Checks that an image and its mask, or two channels, have their voxels at the same places. */
public final class GridCheck {
  /**
   * How far two grids' corners may be apart, in units of the smallest voxel side: far below what
   * could shift a mask, far above what saving an affine in single precision changes.
   */
  public static final double TOLERANCE = 0.05;

  /** Twice the square root of 1e-7, below which nifti1_io.c takes a quaternion's rest for 0. */
  private static final double ROUNDED_TURN = 6.4e-4;

  private GridCheck() {}

  /**
   * Whether two grids have the same size and their corners within {@link #TOLERANCE}.
   *
   * <p>Turns about the first voxel that rounding can bring about do not count. NIfTI's qform keeps
   * three numbers of a quaternion in single precision; the fourth follows from them, and where it
   * should be 0, as for axes turned by 180 degrees, rounding leaves up to some 3e-4, a turn of
   * twice that. Some masks of KiTS 2019 are stored so and their images are not, which puts the last
   * of 512 voxels a third of a voxel away.
   */
  public static boolean isSame(Grid one, Grid other) {
    return one.matches(other, TOLERANCE) || isTurnedByRounding(one, other);
  }

  /** Whether the same first voxel and axes of the same length are turned by next to nothing. */
  private static boolean isTurnedByRounding(Grid one, Grid other) {
    double[] mine = one.spacing();
    double[] its = other.spacing();
    double limit = TOLERANCE * Math.min(mine[0], Math.min(mine[1], mine[2]));
    for (int axis = 0; axis < 3; axis++) {
      double apart = Math.abs(one.affine().get(axis, 3) - other.affine().get(axis, 3));
      double longer = Math.abs(mine[axis] - its[axis]) * one.size()[axis];
      double turn = 0;
      for (int i = 0; i < 3; i++) {
        double difference =
            one.affine().get(i, axis) / mine[axis] - other.affine().get(i, axis) / its[axis];
        turn = Math.hypot(turn, difference);
      }
      if (!(one.size()[axis] == other.size()[axis]
          && apart <= limit
          && longer <= limit
          && turn <= ROUNDED_TURN)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Complains if two volumes lie differently.
   *
   * @throws BadInputException naming both files and both grids
   */
  public static void requireSame(Volume image, Volume mask) throws BadInputException {
    requireSame(name(image), image.grid(), name(mask), mask.grid());
  }

  /**
   * Complains if two files' volumes lie differently.
   *
   * @throws BadInputException naming both files and both grids
   */
  public static void requireSame(Path image, Grid imageGrid, Path mask, Grid maskGrid)
      throws BadInputException {
    requireSame(image.toString(), imageGrid, mask.toString(), maskGrid);
  }

  private static void requireSame(String image, Grid imageGrid, String mask, Grid maskGrid)
      throws BadInputException {
    if (!isSame(imageGrid, maskGrid)) {
      throw new BadInputException(
          image
              + " and "
              + mask
              + " lie on different grids: "
              + imageGrid
              + " and "
              + maskGrid
              + ". Resample the second onto the first with nearest neighbours, or correct its"
              + " header");
    }
  }

  private static String name(Volume volume) {
    return volume.file().map(Path::toString).orElse("an image without a file");
  }
}
