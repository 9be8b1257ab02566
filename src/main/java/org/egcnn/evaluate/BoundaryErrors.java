/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.Optional;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.egcnn.image.BoundingBox;
import org.egcnn.image.DistanceTransform;
import org.egcnn.model.LabelClass;

/**
 * How far a predicted mask's border lies from the reference's, voxel by voxel, in mm.
 *
 * <p>The border of the prediction is the set of its {@link SurfaceVoxels surface voxels}, as for
 * {@link SurfaceDistances}: the absolute values found here are those from the prediction's surface
 * to the reference's. The sign says which way the prediction errs: positive where its border lies
 * outside the reference (it is too large there), negative where it lies inside (too small), and 0
 * where the borders coincide. A part of the reference that was missed altogether has no predicted
 * border near it and shows in no value.
 */
public final class BoundaryErrors {
  private BoundaryErrors() {}

  /**
   * Measures one class. Works in the bounding box of both masks only.
   *
   * @param reference the true mask, axes x, y, z
   * @param prediction the mask to judge, on the same voxels
   * @param spacing the voxel size in mm along x, y, z
   * @return the masks' interval: the signed distance at the prediction's surface voxels, +infinity
   *     there if the reference is empty, NaN everywhere else; beyond the bounding box it is a view
   *     that takes no memory
   * @throws IllegalArgumentException if the sizes differ
   */
  public static RandomAccessibleInterval<FloatType> of(
      RandomAccessibleInterval<? extends BooleanType<?>> reference,
      RandomAccessibleInterval<? extends BooleanType<?>> prediction,
      double[] spacing) {
    if (!Intervals.equals(reference, prediction)) {
      throw new IllegalArgumentException("the masks do not cover the same voxels");
    }
    Optional<Interval> predicted = BoundingBox.ofMask(prediction);
    if (predicted.isEmpty()) {
      return spread(ArrayImgs.floats(new float[] {Float.NaN}, 1, 1, 1), reference);
    }
    Interval box =
        BoundingBox.ofMask(reference)
            .<Interval>map(other -> Intervals.union(other, predicted.get()))
            .orElse(predicted.get());
    RandomAccessibleInterval<? extends BooleanType<?>> r = Views.interval(reference, box);
    Img<FloatType> distance = DistanceTransform.toMask(SurfaceVoxels.of(r).mask(), spacing);
    LoopBuilder.setImages(
            distance, SurfaceVoxels.of(Views.interval(prediction, box)).mask(), Views.zeroMin(r))
        .multiThreaded()
        .forEachPixel(
            (value, onSurface, inReference) -> {
              float error = value.get();
              if (!onSurface.get()) {
                value.set(Float.NaN);
              } else if (inReference.get() && error > 0) {
                value.set(-error);
              }
            });
    return spread(Views.translate(distance, box.minAsLongArray()), reference);
  }

  /**
   * Measures one class of two label images, without looking at what lies beyond all labels.
   *
   * @param reference the true label values, axes x, y, z
   * @param prediction the label values to judge, on the same voxels
   * @param labelClass the class or region
   * @param spacing the voxel size in mm along x, y, z
   * @return as for masks
   * @throws IllegalArgumentException if the sizes differ
   */
  public static RandomAccessibleInterval<FloatType> of(
      RandomAccessibleInterval<IntType> reference,
      RandomAccessibleInterval<IntType> prediction,
      LabelClass labelClass,
      double[] spacing) {
    if (!Intervals.equals(reference, prediction)) {
      throw new IllegalArgumentException("the masks do not cover the same voxels");
    }
    Interval box = ForegroundBox.of(reference, prediction).orElse(reference);
    return spread(
        of(
            ClassMask.of(Views.interval(reference, box), labelClass),
            ClassMask.of(Views.interval(prediction, box), labelClass),
            spacing),
        reference);
  }

  private static RandomAccessibleInterval<FloatType> spread(
      RandomAccessibleInterval<FloatType> inBox, Interval all) {
    return Views.interval(Views.extendValue(inBox, new FloatType(Float.NaN)), all);
  }
}
