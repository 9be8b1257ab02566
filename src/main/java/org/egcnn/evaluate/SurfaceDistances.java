/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.Arrays;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.egcnn.image.BoundingBox;
import org.egcnn.image.DistanceTransform;

/**
 * Distances between the surfaces of two masks in mm, and the metrics made from them.
 *
 * <p>Convention, that of medpy and MONAI: a mask's surface is the set of its {@link SurfaceVoxels
 * surface voxels}, and the distance from a surface voxel of one mask to the other mask's surface is
 * the Euclidean distance from voxel centre to the nearest voxel centre, with the voxel spacing.
 * Each surface voxel counts once, whatever its area: DeepMind's {@code surface-distance} weights
 * surface elements between the voxels by their area instead, and so gives slightly other values.
 */
public final class SurfaceDistances {

  /** Absorbs the rounding of distances kept as float32 when they are compared to a tolerance. */
  private static final double RELATIVE_ROUNDING = 1e-6;

  private final double[] fromReference;
  private final double[] fromPrediction;

  private SurfaceDistances(double[] fromReference, double[] fromPrediction) {
    this.fromReference = fromReference;
    this.fromPrediction = fromPrediction;
    Arrays.parallelSort(fromReference);
    Arrays.parallelSort(fromPrediction);
  }

  /**
   * Measures both directions. Works in the bounding box of both masks only.
   *
   * @param reference the true mask, axes x, y, z
   * @param prediction the mask to judge, on the same voxels
   * @param spacing the voxel size in mm along x, y, z
   * @throws IllegalArgumentException if a mask is empty (no distance exists, see {@link
   *     EmptyPolicy}) or the sizes differ
   */
  public static SurfaceDistances of(
      RandomAccessibleInterval<? extends BooleanType<?>> reference,
      RandomAccessibleInterval<? extends BooleanType<?>> prediction,
      double[] spacing) {
    if (!Intervals.equals(reference, prediction)) {
      throw new IllegalArgumentException("the masks do not cover the same voxels");
    }
    Interval box = Intervals.union(box(reference, "reference"), box(prediction, "prediction"));
    SurfaceVoxels a = SurfaceVoxels.of(Views.interval(reference, box));
    SurfaceVoxels b = SurfaceVoxels.of(Views.interval(prediction, box));
    // One distance image lives at a time: it takes four bytes a voxel of the box.
    double[] fromReference = a.sample(distanceTo(b, spacing));
    double[] fromPrediction = b.sample(distanceTo(a, spacing));
    return new SurfaceDistances(fromReference, fromPrediction);
  }

  private static RandomAccessibleInterval<FloatType> distanceTo(
      SurfaceVoxels surface, double[] spacing) {
    return DistanceTransform.toMask(surface.mask(), spacing);
  }

  private static Interval box(
      RandomAccessibleInterval<? extends BooleanType<?>> mask, String which) {
    return BoundingBox.ofMask(mask)
        .orElseThrow(() -> new IllegalArgumentException("the " + which + " mask is empty"));
  }

  /**
   * A symmetric percentile of the Hausdorff distance in mm: the larger of the two directed
   * percentiles, each with linear interpolation between order statistics (numpy's and R's default,
   * type 7). MONAI and DeepMind's {@code surface-distance} combine the directions so. medpy's
   * {@code hd95}, which nnU-Net's first version used, takes one percentile over both directions'
   * distances together, which is smaller wherever one direction has the larger errors.
   *
   * @param percent 0 to 100; 100 is the Hausdorff distance itself
   */
  public double hausdorff(double percent) {
    return Math.max(percentile(fromReference, percent), percentile(fromPrediction, percent));
  }

  /** The 95th percentile of the Hausdorff distance in mm, see {@link #hausdorff}. */
  public double hd95() {
    return hausdorff(95);
  }

  /**
   * Average symmetric surface distance in mm: the mean over the distances of both directions
   * together (MONAI's {@code SurfaceDistanceMetric(symmetric=True)}). medpy's {@code assd} is the
   * mean of the two directed means, which differs when one surface has more voxels.
   */
  public double assd() {
    double sum = Arrays.stream(fromReference).sum() + Arrays.stream(fromPrediction).sum();
    return sum / ((double) fromReference.length + fromPrediction.length);
  }

  /**
   * Normalised surface Dice, 0 to 1: the share of both surfaces' voxels that lie within a tolerance
   * of the other surface (Nikolov et al. 2018, arXiv 1809.04430, with surface voxels in place of
   * surface area, as MONAI's {@code SurfaceDiceMetric}).
   *
   * @param tolerance in mm, inclusive
   */
  public double nsd(double tolerance) {
    long within = within(fromReference, tolerance) + within(fromPrediction, tolerance);
    return within / ((double) fromReference.length + fromPrediction.length);
  }

  /** The distances from each surface voxel of the reference to the prediction, mm, ascending. */
  public double[] fromReference() {
    return fromReference.clone();
  }

  /** The distances from each surface voxel of the prediction to the reference, mm, ascending. */
  public double[] fromPrediction() {
    return fromPrediction.clone();
  }

  private static long within(double[] sorted, double tolerance) {
    double limit = tolerance * (1 + RELATIVE_ROUNDING);
    return Arrays.stream(sorted).filter(d -> d <= limit).count();
  }

  private static double percentile(double[] sorted, double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("a percentile lies between 0 and 100, not at " + percent);
    }
    double rank = percent / 100 * (sorted.length - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }
}
