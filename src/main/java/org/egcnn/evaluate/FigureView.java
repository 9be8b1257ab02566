/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.egcnn.image.AnatomicalDirection;
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
  private final long[] size;

  /** All labels without the empty space around them, in the body's axes, and where they begin. */
  private final RandomAccessibleInterval<IntType> reference;

  private final List<RandomAccessibleInterval<IntType>> predictions;
  private final long first;
  private final boolean labelled;

  FigureView(FigureCase shown) {
    orientation = Orientation.of(shown.grid().affine().toArray());
    spacing = orientation.toCanonical(shown.grid().spacing());
    size = orientation.toCanonical(shown.grid().size());
    plane = plane(spacing);
    Optional<Interval> labels = labels(shown);
    Interval box = labels.orElse(shown.reference());
    labelled = labels.isPresent();
    first = first(box, shown.grid().size());
    reference = orientation.toCanonical(Views.interval(shown.reference(), box));
    predictions =
        shown.predictions().stream()
            .map(p -> orientation.toCanonical(Views.interval(p.labels(), box)))
            .toList();
  }

  /** The box around all labels, in the voxels' own axes. */
  private static Optional<Interval> labels(FigureCase shown) {
    return shown.predictions().stream()
        .flatMap(p -> ForegroundBox.of(shown.reference(), p.labels()).stream())
        .reduce(Intervals::union);
  }

  /** The first slice of the body that a box in the voxels' own axes has a part in. */
  private long first(Interval box, long[] voxels) {
    List<AnatomicalDirection> axes = List.of(orientation.x(), orientation.y(), orientation.z());
    for (int d = 0; d < axes.size(); d++) {
      if (axes.get(d).worldAxis() == plane.normal()) {
        return axes.get(d).positive() ? box.min(d) : voxels[d] - 1 - box.max(d);
      }
    }
    throw new IllegalStateException("no voxel axis lies across the " + plane + " plane");
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
        + size[plane.normal()];
  }

  /** The first and last slice with any label, in the reference or a prediction. */
  Optional<long[]> extent() {
    long last = first + reference.dimension(plane.normal()) - 1;
    return labelled ? Optional.of(new long[] {first, last}) : Optional.empty();
  }

  /** The slice with the most voxels whose labels differ, counted over all predictions. */
  long worst() {
    return first + WorstSlices.of(reference, predictions).position(plane.normal());
  }

  /** The slice that {@link SliceChoice} means. */
  long position(SliceChoice choice, List<LabelClass> classes) {
    return switch (choice) {
      case LARGEST_REFERENCE -> {
        OptionalLong best = SliceAreas.best(reference, classes, plane.normal());
        yield best.isPresent() ? first + best.getAsLong() : worst();
      }
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
        .orElseGet(() -> ArrayImgs.floats(size[plane.horizontal()], size[plane.vertical()]));
  }
}
