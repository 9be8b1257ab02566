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

  private GridCheck() {}

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
    if (!imageGrid.matches(maskGrid, TOLERANCE)) {
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
