/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ConstantUtils;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.egcnn.evaluate.SlicePane.ClassOutlines;
import org.egcnn.image.Orientation;
import org.egcnn.model.LabelClass;

/**
 * A picture of where a prediction goes wrong: an axial, a coronal and a sagittal slice, each the
 * one with the most voxels whose labels differ, in the radiological convention (the patient's right
 * is at the picture's left) and in true proportions, with the outlines of reference and prediction.
 */
public final class CaseFigure {
  /** The length in pixels of the longest side of the volume. */
  private static final int LONGEST_SIDE = 460;

  /** How far around the labels to show the image. */
  private static final double SURROUNDINGS_MM = 20;

  private CaseFigure() {}

  /**
   * Draws a case.
   *
   * @param scored the case
   * @param grey the image to show, on the masks' voxels; if absent the outlines are drawn on black
   */
  public static BufferedImage draw(
      ScoredCase scored, Optional<RandomAccessibleInterval<FloatType>> grey) {
    RandomAccessibleInterval<IntType> allReference = scored.reference().labels();
    RandomAccessibleInterval<IntType> allPrediction = scored.prediction().labels();
    Orientation orientation = Orientation.of(scored.reference().grid().affine().toArray());
    double[] spacing = scored.reference().grid().spacing();
    Interval field = field(allReference, allPrediction, spacing);
    RandomAccessibleInterval<IntType> reference = view(allReference, field, orientation);
    RandomAccessibleInterval<IntType> prediction = view(allPrediction, field, orientation);
    RandomAccessibleInterval<FloatType> image =
        grey.map(g -> view(g, field, orientation))
            .orElseGet(
                () -> ConstantUtils.constantRandomAccessibleInterval(new FloatType(), reference));
    int[] pixels = pixels(reference.dimensionsAsLongArray(), orientation.toCanonical(spacing));
    WorstSlices slices = WorstSlices.of(reference, prediction);
    List<SlicePane> panes = new ArrayList<>();
    for (AnatomicalPlane plane : AnatomicalPlane.values()) {
      long position = slices.position(plane.normal());
      panes.add(
          new SlicePane(
              plane,
              plane.slice(image, position),
              outlines(
                  scored.classes(),
                  plane.slice(reference, position),
                  plane.slice(prediction, position)),
              pixels[plane.horizontal()],
              pixels[plane.vertical()]));
    }
    return new FigureLayout(panes, scored.scores(), slices.differ()).draw();
  }

  /** The labels and their surroundings, as far as the image reaches; all of it without labels. */
  private static Interval field(
      RandomAccessibleInterval<IntType> reference,
      RandomAccessibleInterval<IntType> prediction,
      double[] spacing) {
    long[] border = new long[spacing.length];
    for (int d = 0; d < border.length; d++) {
      border[d] = (long) Math.ceil(SURROUNDINGS_MM / spacing[d]);
    }
    return ForegroundBox.of(reference, prediction)
        .<Interval>map(box -> Intervals.intersect(Intervals.expand(box, border), reference))
        .orElse(reference);
  }

  private static <T> RandomAccessibleInterval<T> view(
      RandomAccessibleInterval<T> image, Interval field, Orientation orientation) {
    return orientation.toCanonical(Views.interval(image, field));
  }

  /** The picture's pixels along each axis, all at one scale of pixels a millimetre. */
  private static int[] pixels(long[] size, double[] spacing) {
    double longest = 0;
    for (int d = 0; d < size.length; d++) {
      longest = Math.max(longest, size[d] * spacing[d]);
    }
    int[] pixels = new int[size.length];
    for (int d = 0; d < size.length; d++) {
      pixels[d] = (int) Math.max(1, Math.round(size[d] * spacing[d] / longest * LONGEST_SIDE));
    }
    return pixels;
  }

  private static List<ClassOutlines> outlines(
      List<LabelClass> classes,
      RandomAccessibleInterval<IntType> reference,
      RandomAccessibleInterval<IntType> prediction) {
    List<ClassOutlines> outlines = new ArrayList<>();
    for (int k = 0; k < classes.size(); k++) {
      outlines.add(
          new ClassOutlines(
              ClassColours.of(k),
              Outline.of(ClassMask.of(reference, classes.get(k))),
              Outline.of(ClassMask.of(prediction, classes.get(k)))));
    }
    return outlines;
  }
}
