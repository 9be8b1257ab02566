/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.List;
import java.util.Optional;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import org.egcnn.volume.Grid;

/**
 * All that figures show of one case. The images are voxel for voxel on one grid, axes x, y, z.
 *
 * @param name the case's name
 * @param grid where the voxels are
 * @param grey the image shown beneath the masks; black if absent
 * @param reference the true label values
 * @param predictions the predicted masks in the order in which they are shown, at least one
 * @param edges the predicted edge probability of each class, 0 to 1, in the classes' order; empty
 *     if there is none
 */
public record FigureCase(
    String name,
    Grid grid,
    Optional<RandomAccessibleInterval<FloatType>> grey,
    RandomAccessibleInterval<IntType> reference,
    List<NamedMask> predictions,
    List<RandomAccessibleInterval<FloatType>> edges) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no prediction or an image has another size
   */
  public FigureCase {
    predictions = List.copyOf(predictions);
    edges = List.copyOf(edges);
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("there is no prediction of " + name + " to show");
    }
    requireSize(name, "image", reference, grey.map(List::of).orElse(List.of()));
    requireSize(
        name, "prediction", reference, predictions.stream().map(NamedMask::labels).toList());
    requireSize(name, "edge map", reference, edges);
  }

  private static void requireSize(
      String name, String what, Interval expected, List<? extends Interval> images) {
    for (Interval image : images) {
      if (!Intervals.equalDimensions(image, expected)) {
        throw new IllegalArgumentException(
            "the " + what + " of " + name + " has another size than its reference");
      }
    }
  }
}
