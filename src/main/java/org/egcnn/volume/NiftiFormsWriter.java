/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.nio.file.Path;
import org.egcnn.task.BadInputException;

/** Chooses the coordinate forms with which a volume is written as NIfTI. */
final class NiftiFormsWriter {
  /** NIFTI_XFORM_SCANNER_ANAT. */
  private static final int SCANNER = 1;

  /** NIFTI_UNITS_MM and NIFTI_UNITS_SEC. */
  private static final int MILLIMETRES_SECONDS = 2 | 8;

  /** How far the axes' cosines may be from orthogonal for a quaternion to describe them. */
  private static final double ORTHOGONAL = 1e-4;

  /** How far, in voxels, the forms' placement may be from the grid's to be kept. */
  private static final double SAME_PLACE = 1e-3;

  private NiftiFormsWriter() {}

  /**
   * The forms the volume came with if they still describe its grid, else an sform of the grid's
   * affine, with a qform of the same if the axes are orthogonal.
   */
  static NiftiForms forms(Volume volume) {
    return volume
        .forms()
        .filter(forms -> describe(forms, volume))
        .orElseGet(() -> of(volume.grid().affine()));
  }

  private static boolean describe(NiftiForms forms, Volume volume) {
    Grid grid = volume.grid();
    try {
      Affine affine = NiftiPlacement.affine(forms, volume.file().orElse(Path.of("volume")));
      return new Grid(grid.width(), grid.height(), grid.depth(), affine).matches(grid, SAME_PLACE);
    } catch (BadInputException e) {
      // Forms that place nothing cannot describe the grid.
      return false;
    }
  }

  /** Forms that describe an affine, in millimetres. */
  static NiftiForms of(Affine affine) {
    double[] spacing = affine.spacing();
    double qfac = affine.determinant() < 0 ? -1 : 1;
    double[][] cosines = new double[3][3];
    double[] srow = new double[12];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 4; j++) {
        srow[4 * i + j] = affine.get(i, j);
      }
      for (int j = 0; j < 3; j++) {
        cosines[i][j] = affine.get(i, j) / spacing[j] * (j == 2 ? qfac : 1);
      }
    }
    boolean orthogonal = isOrthogonal(cosines);
    double[] q = orthogonal ? Quaternion.of(cosines) : new double[3];
    return new NiftiForms(
        orthogonal ? SCANNER : 0,
        SCANNER,
        new double[] {q[0], q[1], q[2], affine.get(0, 3), affine.get(1, 3), affine.get(2, 3)},
        new double[] {qfac, spacing[0], spacing[1], spacing[2]},
        srow,
        MILLIMETRES_SECONDS);
  }

  private static boolean isOrthogonal(double[][] cosines) {
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < a; b++) {
        double dot = 0;
        for (double[] row : cosines) {
          dot += row[a] * row[b];
        }
        if (!(Math.abs(dot) <= ORTHOGONAL)) {
          return false;
        }
      }
    }
    return true;
  }
}
