/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;
import org.egcnn.model.LabelClass;

/** Computes every metric of every class for one pair of label images. */
public final class CaseScorer {
  private static final double CUBIC_MM_PER_ML = 1000;

  private final List<LabelClass> classes;
  private final EmptyPolicy policy;
  private final double toleranceMm;

  /**
   * A scorer.
   *
   * @param classes the classes or regions to judge
   * @param policy what empty masks are worth
   * @param toleranceMm the distance up to which surfaces agree for {@link Metric#NSD}, mm
   * @throws IllegalArgumentException if the tolerance is negative or not a number
   */
  public CaseScorer(List<LabelClass> classes, EmptyPolicy policy, double toleranceMm) {
    if (!(toleranceMm >= 0)) {
      throw new IllegalArgumentException("the tolerance must be 0 mm or more: " + toleranceMm);
    }
    this.classes = List.copyOf(classes);
    this.policy = policy;
    this.toleranceMm = toleranceMm;
  }

  /**
   * Scores a case.
   *
   * @param name the case's name
   * @param reference the label values held to be true, axes x, y, z, zero-min
   * @param prediction the label values to judge, on the same voxels
   * @param spacing the voxel size in mm along x, y, z
   * @throws IllegalArgumentException as {@link ConfusionMatrix#of}
   */
  public CaseScores score(
      String name,
      RandomAccessibleInterval<IntType> reference,
      RandomAccessibleInterval<IntType> prediction,
      double[] spacing) {
    return score(name, ConfusionMatrix.of(reference, prediction), reference, prediction, spacing);
  }

  /** Scores a case whose voxels were counted before. */
  CaseScores score(
      String name,
      ConfusionMatrix matrix,
      RandomAccessibleInterval<IntType> reference,
      RandomAccessibleInterval<IntType> prediction,
      double[] spacing) {
    // Nothing outside this box matters, and what follows visits the voxels once for each class.
    Optional<Interval> box = ForegroundBox.of(reference, prediction);
    RandomAccessibleInterval<IntType> r = box.map(b -> crop(reference, b)).orElse(reference);
    RandomAccessibleInterval<IntType> p = box.map(b -> crop(prediction, b)).orElse(prediction);
    return new CaseScores(
        name,
        classes.stream()
            .map(
                c -> new ClassScores(c.name(), matrix.overlap(c), values(c, matrix, r, p, spacing)))
            .toList());
  }

  private Map<Metric, Double> values(
      LabelClass labelClass,
      ConfusionMatrix matrix,
      RandomAccessibleInterval<IntType> reference,
      RandomAccessibleInterval<IntType> prediction,
      double[] spacing) {
    Overlap overlap = matrix.overlap(labelClass);
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    Optional<EmptyPolicy.Empty> emptiness = overlap.emptiness();
    if (emptiness.isEmpty()) {
      SurfaceDistances distances =
          SurfaceDistances.of(
              ClassMask.of(reference, labelClass), ClassMask.of(prediction, labelClass), spacing);
      values.put(Metric.DICE, overlap.dice());
      values.put(Metric.JACCARD, overlap.jaccard());
      values.put(Metric.SENSITIVITY, overlap.sensitivity());
      values.put(Metric.PRECISION, overlap.precision());
      values.put(Metric.HD95, distances.hd95());
      values.put(Metric.ASSD, distances.assd());
      values.put(Metric.NSD, distances.nsd(toleranceMm));
    } else {
      for (Metric metric : Metric.values()) {
        if (metric.isScore()) {
          values.put(metric, policy.value(metric, emptiness.get()));
        }
      }
    }
    putVolumes(values, overlap, spacing[0] * spacing[1] * spacing[2] / CUBIC_MM_PER_ML);
    return values;
  }

  private static void putVolumes(Map<Metric, Double> values, Overlap overlap, double mlPerVoxel) {
    long more = overlap.prediction() - overlap.reference();
    values.put(Metric.REFERENCE_VOLUME, overlap.reference() * mlPerVoxel);
    values.put(Metric.PREDICTION_VOLUME, overlap.prediction() * mlPerVoxel);
    values.put(Metric.VOLUME_DIFFERENCE, more * mlPerVoxel);
    values.put(Metric.ABSOLUTE_VOLUME_DIFFERENCE, Math.abs(more) * mlPerVoxel);
    values.put(
        Metric.RELATIVE_VOLUME_DIFFERENCE,
        overlap.reference() == 0 ? Double.NaN : (double) more / overlap.reference());
  }

  private static RandomAccessibleInterval<IntType> crop(
      RandomAccessibleInterval<IntType> labels, Interval box) {
    return Views.interval(labels, box);
  }
}
