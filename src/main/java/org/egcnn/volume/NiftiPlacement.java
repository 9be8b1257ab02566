/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.volume;

import java.nio.file.Path;
import java.util.Arrays;
import org.egcnn.task.BadInputException;

/**
 * Where a NIfTI header puts its voxels, in RAS millimetres. The order is that of nifti1.h: the
 * sform if its code is positive, else the qform if its code is positive, else the voxel sizes alone
 * with the first voxel at the origin. A form that is singular or not finite is passed over where
 * the next one is usable.
 */
final class NiftiPlacement {
  private static final int UNIT_MASK = 7;
  private static final int METRES = 1;
  private static final int MICROMETRES = 3;

  private NiftiPlacement() {}

  /**
   * The affine that a header's forms describe.
   *
   * @param file named in complaints
   * @throws BadInputException if no form is usable
   */
  static Affine affine(NiftiForms forms, Path file) throws BadInputException {
    Affine sform = inMillimetres(rows(forms.srow()), forms);
    if (forms.sformCode() > 0 && isUsable(sform)) {
      return sform;
    }
    Affine qform = inMillimetres(qform(forms), forms);
    if (forms.qformCode() > 0 && isUsable(qform)) {
      return qform;
    }
    Affine sizes =
        inMillimetres(
            Affine.scaling(side(forms, 1), side(forms, 2), side(forms, 3)).toArray(), forms);
    boolean noForm = forms.sformCode() <= 0 && forms.qformCode() <= 0;
    if (noForm && isUsable(sizes)) {
      return sizes;
    }
    throw new BadInputException(
        file,
        noForm
            ? "its voxel sizes are not numbers: " + Arrays.toString(forms.pixdim())
            : "its sform and qform are singular or not numbers",
        "Correct the header, for example by copying the image's geometry again");
  }

  private static Affine inMillimetres(double[][] rows, NiftiForms forms) {
    double factor =
        switch (forms.units() & UNIT_MASK) {
          case METRES -> 1000;
          case MICROMETRES -> 0.001;
          default -> 1;
        };
    for (double[] row : rows) {
      for (int j = 0; j < 4; j++) {
        row[j] *= factor;
      }
    }
    return new Affine(rows);
  }

  private static double[][] rows(double[] srow) {
    return new double[][] {
      Arrays.copyOfRange(srow, 0, 4),
      Arrays.copyOfRange(srow, 4, 8),
      Arrays.copyOfRange(srow, 8, 12)
    };
  }

  /** A voxel's side; 0 is read as 1, as 2D images often leave it out. */
  private static double side(NiftiForms forms, int axis) {
    double side = Math.abs(forms.pixdim()[axis]);
    return side == 0 ? 1 : side;
  }

  private static double[][] qform(NiftiForms forms) {
    double[] q = forms.quaternion();
    double[][] rows = Quaternion.rotation(q[0], q[1], q[2]);
    double[] sides = {side(forms, 1), side(forms, 2), side(forms, 3)};
    if (forms.pixdim()[0] < 0) {
      sides[2] = -sides[2];
    }
    double[][] result = new double[3][4];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        result[i][j] = rows[i][j] * sides[j];
      }
      result[i][3] = q[3 + i];
    }
    return result;
  }

  private static boolean isUsable(Affine affine) {
    return affine.isFinite() && affine.isInvertible();
  }
}
