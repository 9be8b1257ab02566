/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.egcnn.model.Size;

/**
 * A rotation and zoom about a crop's centre: a 3 x 3 matrix that takes a voxel offset from the
 * centre of the crop (x, y, z) to the offset, in the volume, of the point to sample; then, if
 * wanted, a deformation that displaces this point.
 *
 * @param matrix rows for x, y, z
 * @param deformation the deformation
 */
record CropTransform(double[][] matrix, Optional<Deformation> deformation) {

  /**
   * Draws angles about the three axes and a zoom, each uniformly, and a deformation.
   *
   * @param size the crop's
   * @param spacing voxel size in mm, x, y, z, so that bodies turn without being sheared
   */
  static CropTransform draw(
      AugmentationSettings settings, Size size, double[] spacing, RandomGenerator random) {
    double[] angles = new double[3];
    for (int d = 0; d < 3; d++) {
      angles[d] = Math.toRadians(settings.rotation()) * (2 * random.nextDouble() - 1);
    }
    CropTransform rigid = of(angles, 1 + settings.zoom() * (2 * random.nextDouble() - 1), spacing);
    return settings.deformation() == 0
        ? rigid
        : new CropTransform(
            rigid.matrix,
            Optional.of(Deformation.draw(settings.deformation(), size, spacing, random)));
  }

  /**
   * A transform of known size.
   *
   * @param angles radians about x, then y, then z
   * @param zoom above 1 makes things larger
   * @param spacing voxel size in mm, x, y, z
   */
  static CropTransform of(double[] angles, double zoom, double[] spacing) {
    double[][] rotation = about(0, angles[0]);
    rotation = multiply(about(1, angles[1]), rotation);
    rotation = multiply(about(2, angles[2]), rotation);
    double[][] matrix = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        matrix[i][j] = rotation[i][j] * spacing[j] / spacing[i] / zoom;
      }
    }
    return new CropTransform(matrix, Optional.empty());
  }

  private static double[][] about(int axis, double angle) {
    int a = (axis + 1) % 3;
    int b = (axis + 2) % 3;
    double[][] matrix = new double[3][3];
    matrix[axis][axis] = 1;
    matrix[a][a] = Math.cos(angle);
    matrix[b][b] = Math.cos(angle);
    matrix[a][b] = -Math.sin(angle);
    matrix[b][a] = Math.sin(angle);
    return matrix;
  }

  private static double[][] multiply(double[][] left, double[][] right) {
    double[][] product = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          product[i][j] += left[i][k] * right[k][j];
        }
      }
    }
    return product;
  }

  /** The largest source offset along an axis that a crop with the given half sides needs. */
  double reach(int axis, double[] half) {
    double reach = 0;
    for (int j = 0; j < 3; j++) {
      reach += Math.abs(matrix[axis][j]) * half[j];
    }
    return reach + deformation.map(d -> d.bound(axis)).orElse(0.0);
  }

  /** The source offset along an axis of a crop offset, without the deformation. */
  double apply(int axis, double x, double y, double z) {
    return matrix[axis][0] * x + matrix[axis][1] * y + matrix[axis][2] * z;
  }
}
