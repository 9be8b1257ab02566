/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.egcnn.evaluate.CaseScores;
import org.egcnn.evaluate.ClassScores;
import org.egcnn.evaluate.Evaluation;
import org.egcnn.evaluate.Metric;

/** An evaluation in ImageJ. */
final class EvaluationResults {
  /** More are in the folder; a stack of them would only fill memory. */
  private static final int MOST_FIGURES = 50;

  private EvaluationResults() {}

  /** A row for each class of each case; what an empty mask leaves out is NaN. */
  static ResultsTable table(Evaluation evaluation) {
    ResultsTable table = new ResultsTable();
    for (CaseScores scored : evaluation.cases()) {
      for (ClassScores scores : scored.classes()) {
        table.incrementCounter();
        table.addLabel(scored.name());
        table.addValue("Class", scores.name());
        for (Metric metric : Metric.values()) {
          table.addValue(metric.key(), scores.get(metric));
        }
      }
    }
    return table;
  }

  /**
   * Shows the cases' figures as one stack.
   *
   * @param folder holds a PNG for each case
   */
  static void showFigures(Path folder, Evaluation evaluation) {
    List<ImagePlus> figures = new ArrayList<>();
    for (CaseScores scored : evaluation.cases()) {
      Path file = folder.resolve(scored.name() + ".png");
      if (figures.size() < MOST_FIGURES && Files.exists(file)) {
        figures.add(IJ.openImage(file.toString()));
      }
    }
    if (figures.isEmpty()) {
      return;
    }
    int width = figures.stream().mapToInt(ImagePlus::getWidth).max().orElseThrow();
    int height = figures.stream().mapToInt(ImagePlus::getHeight).max().orElseThrow();
    ImageStack stack = new ImageStack(width, height);
    for (ImagePlus figure : figures) {
      ImageProcessor page = new ColorProcessor(width, height);
      page.setColor(Color.WHITE);
      page.fill();
      page.insert(figure.getProcessor().convertToRGB(), 0, 0);
      stack.addSlice(figure.getShortTitle(), page);
    }
    Screen.show(new ImagePlus("EG-CNN figures", stack));
  }
}
