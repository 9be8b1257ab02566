/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;
import org.egcnn.model.LabelClass;

/**
 * How two masks of one class overlap, as counts of voxels, and the ratios made from the counts. A
 * ratio whose denominator is zero is NaN here; {@link EmptyPolicy} says what is reported instead.
 *
 * @param tp voxels of the class in the reference and in the prediction
 * @param fp voxels of the class in the prediction only
 * @param fn voxels of the class in the reference only
 */
public record Overlap(long tp, long fp, long fn) {

  /**
   * Counts several classes in one multi-threaded pass over both images.
   *
   * @param reference the label values held to be true, axes x, y, z
   * @param prediction the label values to judge, of the same size
   * @param classes the classes or regions, which may share label values
   * @return one overlap a class, in their order
   * @throws IllegalArgumentException if the sizes differ or the images hold no labels, see {@link
   *     ConfusionMatrix#of}
   */
  public static List<Overlap> count(
      RandomAccessibleInterval<IntType> reference,
      RandomAccessibleInterval<IntType> prediction,
      List<LabelClass> classes) {
    ConfusionMatrix matrix = ConfusionMatrix.of(reference, prediction);
    return classes.stream().map(matrix::overlap).toList();
  }

  /** The counts of this and another pair of masks together. */
  public Overlap plus(Overlap other) {
    return new Overlap(tp + other.tp, fp + other.fp, fn + other.fn);
  }

  /** The reference's voxels of the class. */
  public long reference() {
    return tp + fn;
  }

  /** The prediction's voxels of the class. */
  public long prediction() {
    return tp + fp;
  }

  /** Which of the two masks have no voxel of the class; empty if both have some. */
  public Optional<EmptyPolicy.Empty> emptiness() {
    if (reference() > 0) {
      return prediction() > 0 ? Optional.empty() : Optional.of(EmptyPolicy.Empty.PREDICTION);
    }
    return Optional.of(prediction() > 0 ? EmptyPolicy.Empty.REFERENCE : EmptyPolicy.Empty.BOTH);
  }

  /** Dice coefficient 2 tp / (2 tp + fp + fn), 0 to 1; NaN if both masks are empty. */
  public double dice() {
    return 2.0 * tp / (2.0 * tp + fp + fn);
  }

  /** Jaccard index tp / (tp + fp + fn), 0 to 1; NaN if both masks are empty. */
  public double jaccard() {
    return (double) tp / (tp + fp + fn);
  }

  /** Sensitivity (recall) tp / (tp + fn), 0 to 1; NaN if the reference is empty. */
  public double sensitivity() {
    return (double) tp / (tp + fn);
  }

  /** Precision tp / (tp + fp), 0 to 1; NaN if the prediction is empty. */
  public double precision() {
    return (double) tp / (tp + fp);
  }
}
