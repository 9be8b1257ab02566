/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.egcnn.image.Orientation;
import org.egcnn.model.LabelClass;

/**
 * A case as its slices are shown: in the body's axes, seen along that across which it was scanned.
 */
final class FigureView {
  /** Voxels thicker than this many times their other sides were scanned in slices. */
  private static final double SLICED = 1.5;

  private final Orientation orientation;
  private final double[] spacing;
  private final AnatomicalPlane plane;
  private final RandomAccessibleInterval<IntType> reference;
  private final List<RandomAccessibleInterval<IntType>> predictions;

  FigureView(FigureCase shown) {
    orientation = Orientation.of(shown.grid().affine().toArray());
    spacing = orientation.toCanonical(shown.grid().spacing());
    plane = plane(spacing);
    reference = orientation.toCanonical(shown.reference());
    predictions =
        shown.predictions().stream().map(p -> orientation.toCanonical(p.labels())).toList();
  }

  /** The plane of the scan: across the clearly longest side of the voxels, axial if none is. */
  private static AnatomicalPlane plane(double[] spacing) {
    for (AnatomicalPlane plane : AnatomicalPlane.values()) {
      double across = spacing[plane.normal()];
      if (across > SLICED * spacing[plane.horizontal()]
          && across > SLICED * spacing[plane.vertical()]) {
        return plane;
      }
    }
    return AnatomicalPlane.AXIAL;
  }

  AnatomicalPlane plane() {
    return plane;
  }

  /** The voxel size in mm along the columns and rows of a slice. */
  double[] sliceSpacing() {
    return new double[] {spacing[plane.horizontal()], spacing[plane.vertical()]};
  }

  /**
   * A slice in words. Slices are counted from 1: axial ones from the feet, coronal ones from the
   * back, sagittal ones from the patient's left.
   */
  String title(long position) {
    return plane.title().toLowerCase(Locale.ROOT)
        + " "
        + (position + 1)
        + " of "
        + reference.dimension(plane.normal());
  }

  /** The first and last slice with any label, in the reference or a prediction. */
  Optional<long[]> extent() {
    Optional<Interval> box = Optional.empty();
    for (RandomAccessibleInterval<IntType> prediction : predictions) {
      Optional<Interval> next = ForegroundBox.of(reference, prediction);
      box = box.isPresent() ? box.flatMap(b -> next.map(n -> Intervals.union(b, n))) : next;
    }
    return box.map(b -> new long[] {b.min(plane.normal()), b.max(plane.normal())});
  }

  /** The slice with the most voxels whose labels differ, counted over all predictions. */
  long worst() {
    return WorstSlices.of(reference, predictions).position(plane.normal());
  }

  /** The slice that {@link SliceChoice} means. */
  long position(SliceChoice choice, List<LabelClass> classes) {
    return switch (choice) {
      case LARGEST_REFERENCE ->
          SliceAreas.best(reference, classes, plane.normal()).orElseGet(this::worst);
      case MOST_ERRORS -> worst();
    };
  }

  /** A copy of a slice of label values, axes column and row. */
  Img<IntType> labels(RandomAccessibleInterval<IntType> volume, long position) {
    RandomAccessibleInterval<IntType> slice =
        plane.slice(orientation.toCanonical(volume), position);
    Img<IntType> copy = ArrayImgs.ints(slice.dimensionsAsLongArray());
    LoopBuilder.setImages(slice, copy).forEachPixel((in, out) -> out.set(in));
    return copy;
  }

  /** A copy of a slice of numbers, axes column and row. */
  Img<FloatType> numbers(RandomAccessibleInterval<FloatType> volume, long position) {
    RandomAccessibleInterval<FloatType> slice =
        plane.slice(orientation.toCanonical(Views.zeroMin(volume)), position);
    Img<FloatType> copy = ArrayImgs.floats(slice.dimensionsAsLongArray());
    LoopBuilder.setImages(slice, copy).forEachPixel((in, out) -> out.set(in));
    return copy;
  }

  /** A slice of the image beneath, black if there is none. */
  Img<FloatType> grey(FigureCase shown, long position) {
    return shown
        .grey()
        .map(image -> numbers(image, position))
        .orElseGet(
            () ->
                ArrayImgs.floats(
                    reference.dimension(plane.horizontal()),
                    reference.dimension(plane.vertical())));
  }
}
