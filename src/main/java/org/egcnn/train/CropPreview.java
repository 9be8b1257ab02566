/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What the network makes of one axial slice of a training crop, to be shown while it learns. All
 * images have axes column and row, from the upper left corner, and do not change any more. Where
 * the network sees volumes in canonical orientation, the patient's right is at the left and
 * anterior is up.
 *
 * @param caseName the case that the crop is cut from
 * @param epoch the running epoch, from 1
 * @param aspect a pixel's width divided by its height
 * @param image the first channel as the network sees it
 * @param reference the mask of each class or region, in the labels' order
 * @param prediction the predicted mask of each class or region
 * @param edges the highest edge probability of any class, 0 to 1; empty without an edge stream
 */
public record CropPreview(
    String caseName,
    int epoch,
    double aspect,
    RandomAccessibleInterval<FloatType> image,
    List<RandomAccessibleInterval<BoolType>> reference,
    List<RandomAccessibleInterval<BoolType>> prediction,
    Optional<RandomAccessibleInterval<FloatType>> edges) {

  /** Copies the lists. */
  public CropPreview {
    reference = List.copyOf(reference);
    prediction = List.copyOf(prediction);
  }
}
