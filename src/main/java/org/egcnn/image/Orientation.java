/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.image;

import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;

/**
 * How the voxel axes of an image lie in the body, and the views that bring it to the canonical
 * order right, anterior, superior (RAS) and back. Only axes are swapped and turned round; nothing
 * is interpolated.
 *
 * @param x where the first voxel axis grows
 * @param y where the second voxel axis grows
 * @param z where the third voxel axis grows
 */
public record Orientation(AnatomicalDirection x, AnatomicalDirection y, AnatomicalDirection z) {
  private static final int[][] PERMUTATIONS = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };

  /**
   * An orientation.
   *
   * @throws IllegalArgumentException if two axes lie along the same world axis
   */
  public Orientation {
    if (x.worldAxis() == y.worldAxis()
        || x.worldAxis() == z.worldAxis()
        || y.worldAxis() == z.worldAxis()) {
      throw new IllegalArgumentException(
          "two voxel axes lie along one world axis: " + x + ", " + y + ", " + z);
    }
  }

  /**
   * The orientation of an affine. Each voxel axis goes to a world axis of its own, so that the sum
   * of the absolute cosines between them is highest; so oblique images get the closest orientation.
   *
   * @param affine three rows of three or four numbers: voxel index (x, y, z) to RAS mm
   * @throws IllegalArgumentException if the shape is another or a column is zero or not finite
   */
  public static Orientation of(double[][] affine) {
    double[][] cosines = cosines(affine);
    int[] best = PERMUTATIONS[0];
    double highest = -1;
    for (int[] permutation : PERMUTATIONS) {
      double sum = 0;
      for (int voxelAxis = 0; voxelAxis < 3; voxelAxis++) {
        sum += Math.abs(cosines[permutation[voxelAxis]][voxelAxis]);
      }
      // The margin keeps rounding from preferring a permutation at 45 degrees.
      if (sum > highest + 1e-9) {
        highest = sum;
        best = permutation;
      }
    }
    return new Orientation(
        AnatomicalDirection.of(best[0], cosines[best[0]][0] >= 0),
        AnatomicalDirection.of(best[1], cosines[best[1]][1] >= 0),
        AnatomicalDirection.of(best[2], cosines[best[2]][2] >= 0));
  }

  private static double[][] cosines(double[][] affine) {
    if (affine.length != 3) {
      throw new IllegalArgumentException("an affine has three rows, not " + affine.length);
    }
    double[][] cosines = new double[3][3];
    for (int column = 0; column < 3; column++) {
      double square = 0;
      for (double[] row : affine) {
        if (row.length != 3 && row.length != 4) {
          throw new IllegalArgumentException(
              "an affine's rows have three or four numbers, not " + row.length);
        }
        square += row[column] * row[column];
      }
      if (!(square > 0) || Double.isInfinite(square)) {
        throw new IllegalArgumentException(
            "column " + column + " of the affine is zero or not finite");
      }
      for (int row = 0; row < 3; row++) {
        cosines[row][column] = affine[row][column] / Math.sqrt(square);
      }
    }
    return cosines;
  }

  /** Whether the axes are already right, anterior, superior. */
  public boolean isIdentity() {
    return x == AnatomicalDirection.RIGHT
        && y == AnatomicalDirection.ANTERIOR
        && z == AnatomicalDirection.SUPERIOR;
  }

  /**
   * The image with axes right, anterior, superior; a zero-min view.
   *
   * @param image axes x, y, z of this orientation; further axes stay
   * @throws IllegalArgumentException if there are fewer than three axes
   */
  public <T> RandomAccessibleInterval<T> toCanonical(RandomAccessibleInterval<T> image) {
    requireThreeAxes(image);
    RandomAccessibleInterval<T> view = image;
    for (int axis = 0; axis < 3; axis++) {
      if (!directions().get(axis).positive()) {
        view = Views.invertAxis(view, axis);
      }
    }
    int[] at = {0, 1, 2};
    for (int world = 0; world < 3; world++) {
      view = swap(view, at, world, indexOf(at, voxelAxis(world)));
    }
    return Views.zeroMin(view);
  }

  /**
   * The reverse of {@link #toCanonical(RandomAccessibleInterval)}; a zero-min view.
   *
   * @param image axes right, anterior, superior; further axes stay
   * @return the image with axes x, y, z of this orientation
   * @throws IllegalArgumentException if there are fewer than three axes
   */
  public <T> RandomAccessibleInterval<T> fromCanonical(RandomAccessibleInterval<T> image) {
    requireThreeAxes(image);
    RandomAccessibleInterval<T> view = image;
    int[] at = {0, 1, 2};
    for (int axis = 0; axis < 3; axis++) {
      view = swap(view, at, axis, indexOf(at, directions().get(axis).worldAxis()));
    }
    for (int axis = 0; axis < 3; axis++) {
      if (!directions().get(axis).positive()) {
        view = Views.invertAxis(view, axis);
      }
    }
    return Views.zeroMin(view);
  }

  /** The spacing along right, anterior, superior of an image of this orientation. */
  public double[] toCanonical(double[] spacing) {
    return new double[] {spacing[voxelAxis(0)], spacing[voxelAxis(1)], spacing[voxelAxis(2)]};
  }

  /** The size along right, anterior, superior of an image of this orientation. */
  public long[] toCanonical(long[] size) {
    return new long[] {size[voxelAxis(0)], size[voxelAxis(1)], size[voxelAxis(2)]};
  }

  /** The spacing along this orientation's axes of a canonical image. */
  public double[] fromCanonical(double[] spacing) {
    return new double[] {spacing[x.worldAxis()], spacing[y.worldAxis()], spacing[z.worldAxis()]};
  }

  /** The size along this orientation's axes of a canonical image. */
  public long[] fromCanonical(long[] size) {
    return new long[] {size[x.worldAxis()], size[y.worldAxis()], size[z.worldAxis()]};
  }

  /** The usual three letters, such as LPS: where each voxel axis grows. */
  @Override
  public String toString() {
    return "" + x.letter() + y.letter() + z.letter();
  }

  private List<AnatomicalDirection> directions() {
    return List.of(x, y, z);
  }

  private int voxelAxis(int world) {
    return x.worldAxis() == world ? 0 : y.worldAxis() == world ? 1 : 2;
  }

  private static <T> RandomAccessibleInterval<T> swap(
      RandomAccessibleInterval<T> view, int[] at, int a, int b) {
    int kept = at[a];
    at[a] = at[b];
    at[b] = kept;
    return a == b ? view : Views.permute(view, a, b);
  }

  private static int indexOf(int[] at, int value) {
    return at[0] == value ? 0 : at[1] == value ? 1 : 2;
  }

  private static void requireThreeAxes(RandomAccessibleInterval<?> image) {
    if (image.numDimensions() < 3) {
      throw new IllegalArgumentException("an image needs the axes x, y, z");
    }
  }
}
