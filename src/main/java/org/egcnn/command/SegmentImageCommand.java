/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.ImagePlus;
import java.io.File;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.egcnn.engine.Predictor;
import org.egcnn.model.ModelCard;
import org.egcnn.prepare.Preprocessor;
import org.egcnn.segment.CaseSegmenter;
import org.egcnn.segment.Models;
import org.egcnn.segment.OutputKind;
import org.egcnn.segment.SegmentSettings;
import org.egcnn.segment.Segmentation;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Segments the active image, its channels being the model's channels in their order, each time
 * point by itself. The result is an image of label values that lies exactly on the original.
 */
@Plugin(type = Command.class, menuPath = "Plugins>EG-CNN>EG-CNN Segment Image...", headless = true)
public class SegmentImageCommand extends SegmentingCommand {

  @Parameter(
      label = "Image",
      description = "The image to segment: the active one.",
      persist = false)
  private ImagePlus image;

  @Parameter(
      label = "Model folder",
      description = MODEL_FOLDER,
      style = "directory",
      persist = false)
  private File model;

  @Parameter(
      label = "Outlines on the image",
      description = "Draws the outline of each class as an overlay on the original image.",
      persist = false)
  private boolean outlines = true;

  @Parameter(
      label = "Show edge map",
      description = "Shows what the edge stream sees, one channel for each class.",
      persist = false)
  private boolean edges;

  @Parameter(
      label = "Measure objects",
      description =
          "Adds each connected object to the Results: class, voxels, cubic millimetres, centroid.",
      persist = false)
  private boolean measure;

  @Parameter(
      label = "Objects to ROI Manager",
      description =
          "Adds the outlines of each connected object to the ROI Manager; without a screen they"
              + " become the overlay of the labels.",
      persist = false)
  private boolean rois;

  @Parameter(
      label = "Advanced options",
      description = "Asks for windows, mirroring and device in a second dialog.",
      persist = false)
  private boolean advanced;

  @Parameter(
      label = "Orientation of the image",
      description =
          "Where x, y and z grow, such as LPS for left, posterior, superior; auto takes what the"
              + " image itself says. It matters if the model was trained on files that know it.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private String orientation = BodyAxes.AUTO;

  @Parameter(type = ItemIO.OUTPUT, label = "Labels")
  private ImagePlus label_image;

  @Override
  protected void execute(TaskListener listener) throws IOException, CancelledException {
    Models models = Models.of(model.toPath());
    ModelCard card = models.card();
    Set<OutputKind> outputs = EnumSet.of(OutputKind.LABELS);
    if (edges) {
      outputs.add(OutputKind.EDGES);
    }
    models.requireTogether(outputs);
    SegmentSettings settings = settings(outputs);
    BodyAxes axes = BodyAxes.of(image, orientation);
    axes.warnIfGuessed(image, "set orientation", listener);
    if (orientation.equals(BodyAxes.AUTO)) {
      axes.warnOfTags(image, listener);
    }
    FrameStack labels = new FrameStack(image);
    FrameStack edgeMaps = new FrameStack(image);
    try (Predictor network = models.restored(engine(), listener)) {
      CaseSegmenter segmenter = new CaseSegmenter(network, card, settings);
      Preprocessor preprocessor = new Preprocessor(card.preprocessing());
      for (int frame = 0; frame < image.getNFrames(); frame++) {
        Segmentation result =
            segmenter.segment(preprocessor.prepare(axes.volume(image, frame)), listener);
        labels.add(result.get(OutputKind.LABELS));
        if (edges) {
          edgeMaps.add(result.get(OutputKind.EDGES));
        }
      }
    }
    label_image = labels.toImage(image.getShortTitle() + "-labels");
    LabelDisplay.colour(label_image);
    report(card, listener);
    if (edges) {
      ImagePlus map = edgeMaps.toImage(image.getShortTitle() + "-edges");
      map.setDisplayRange(0, 1);
      Screen.show(map);
    }
    Screen.show(label_image);
  }

  /** What follows from the labels. */
  private void report(ModelCard card, TaskListener listener) throws IOException {
    LabelNames names = LabelNames.of(card.labels());
    if (outlines) {
      new Outlines(label_image, names).drawOn(image);
    }
    if (measure || rois) {
      LabelledObjects objects = LabelledObjects.of(label_image, names);
      if (measure) {
        objects.addTo(image.getTitle());
      }
      if (rois) {
        objects.addToRoiManager(listener);
      }
    }
  }
}
