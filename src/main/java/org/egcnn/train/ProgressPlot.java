/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.egcnn.report.PngFile;
import org.jfree.chart.JFreeChart;

/** The course of a training as a picture in a file. Drawn without a screen. */
final class ProgressPlot {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 700;

  private final History history;
  private final List<String> classes;

  /**
   * A figure.
   *
   * @param classes the classes' names, in the scores' order
   */
  ProgressPlot(History history, List<String> classes) {
    this.history = history;
    this.classes = classes;
  }

  /** Writes it as PNG. */
  void write(Path file) throws IOException {
    PngFile.write(chart().createBufferedImage(WIDTH, HEIGHT), file);
  }

  private JFreeChart chart() {
    // without an edge stream the loss has one part only
    boolean edges = history.epochs().stream().anyMatch(e -> e.losses().edge() != 0);
    TrainingChart chart = new TrainingChart(classes, edges);
    history.epochs().forEach(chart::add);
    chart.chart().setTitle(title());
    return chart.chart();
  }

  private String title() {
    String done = "Epoch " + history.epochs().size();
    return history
        .best()
        .map(
            best ->
                String.format(
                    Locale.ROOT,
                    "%s, best mean Dice %.4f after epoch %d",
                    done,
                    best.validation().orElseThrow().mean(),
                    best.epoch()))
        .orElse(done);
  }
}
