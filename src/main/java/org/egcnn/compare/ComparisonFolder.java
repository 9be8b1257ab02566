/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.egcnn.model.Json;
import org.egcnn.task.AtomicOutput;

/**
 * The files that a comparison writes beside its runs:
 *
 * <ul>
 *   <li>{@code comparison.md}, {@code comparison.csv}, {@code comparison.json}, {@code
 *       comparison.png}: tables and verdicts;
 *   <li>{@code cases.csv}: a line for each run, case and class;
 *   <li>{@code curves.png}: the learning curves of all runs.
 * </ul>
 *
 * @param path the folder
 */
public record ComparisonFolder(Path path) {

  /** The comparison as text. */
  public Path markdown() {
    return path.resolve("comparison.md");
  }

  /** The comparison for programs. */
  public Path json() {
    return path.resolve("comparison.json");
  }

  /** The scores and differences as a table for programs. */
  public Path csv() {
    return path.resolve("comparison.csv");
  }

  /** The tables and differences as a picture. */
  public Path picture() {
    return path.resolve("comparison.png");
  }

  /** The learning curves. */
  public Path curves() {
    return path.resolve("curves.png");
  }

  /** The scores of each case. */
  public Path cases() {
    return path.resolve("cases.csv");
  }

  /** Writes everything, each file whole or not at all. */
  void write(Comparison comparison, List<FinishedRun> runs) throws IOException {
    text(cases(), ComparisonCsv.cases(runs));
    text(csv(), ComparisonCsv.scores(comparison));
    text(markdown(), ComparisonMarkdown.of(comparison));
    picture(picture(), ComparisonFigure.draw(comparison));
    picture(curves(), LearningCurves.draw(runs));
    JsonObject tree = Json.toTree(comparison).getAsJsonObject();
    tree.add("sentences", Json.toTree(VerdictText.of(comparison)));
    Json.write(json(), tree);
  }

  private static void text(Path file, String text) throws IOException {
    AtomicOutput.write(file, temporary -> Files.writeString(temporary, text));
  }

  private static void picture(Path file, BufferedImage picture) throws IOException {
    AtomicOutput.write(file, temporary -> ImageIO.write(picture, "png", temporary.toFile()));
  }
}
