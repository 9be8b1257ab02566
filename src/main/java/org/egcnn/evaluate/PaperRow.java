/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import org.egcnn.model.LabelClass;

/**
 * What a {@link PaperFigure} keeps of a case: copies of one slice, axes column and row.
 *
 * @param name the case's name
 * @param title name and slice
 * @param spacing the pixel size in mm, column and row
 * @param hasImage whether the case has an image
 * @param grey the image, black if there is none
 * @param reference the true label values
 * @param predictions the predicted label values
 * @param edges edge probabilities of each class, or none
 * @param area where labels are, in mm from the slice's corner
 */
record PaperRow(
    String name,
    String title,
    double[] spacing,
    boolean hasImage,
    Img<FloatType> grey,
    Img<IntType> reference,
    List<Prediction> predictions,
    List<Img<FloatType>> edges,
    Rectangle2D area) {

  /** A prediction's slice under its name. */
  record Prediction(String name, Img<IntType> slice) {}

  /** Copies the slice that shows a case. */
  static PaperRow of(FigureCase shown, SliceChoice choice, List<LabelClass> classes) {
    FigureView view = new FigureView(shown);
    long position = view.position(choice, classes);
    double[] spacing = view.sliceSpacing();
    Img<IntType> reference = view.labels(shown.reference(), position);
    List<Prediction> predictions =
        shown.predictions().stream()
            .map(p -> new Prediction(p.name(), view.labels(p.labels(), position)))
            .toList();
    List<Img<IntType>> labels = new ArrayList<>(List.of(reference));
    predictions.forEach(prediction -> labels.add(prediction.slice()));
    return new PaperRow(
        shown.name(),
        shown.name() + ", " + view.title(position),
        spacing,
        shown.grey().isPresent(),
        view.grey(shown, position),
        reference,
        predictions,
        shown.edges().stream().map(edges -> view.numbers(edges, position)).toList(),
        LabelArea.of(labels, spacing));
  }

  List<String> predictionNames() {
    return predictions.stream().map(Prediction::name).toList();
  }

  /** A black tile with the labels in its middle. */
  SliceTile tile(TileFrame frame) {
    return new SliceTile(frame, spacing, new double[] {area.getCenterX(), area.getCenterY()});
  }
}
