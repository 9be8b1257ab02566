/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.egcnn.model.Json;
import org.egcnn.report.PngFile;
import org.egcnn.task.AtomicOutput;

/**
 * The files that a comparison writes beside its runs:
 *
 * <ul>
 *   <li>{@code comparison.md}, {@code comparison.csv}, {@code comparison.json}, {@code
 *       comparison.png}: tables and verdicts;
 *   <li>{@code cases.csv}: a line for each run, case and class;
 *   <li>{@code curves.png}: the learning curves of all runs;
 *   <li>{@code figures/}: each variant beside what it is compared with, if asked for;
 *   <li>{@code report.html}: all of it as one page.
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

  /** All of it as one page. */
  public Path report() {
    return path.resolve("report.html");
  }

  /**
   * Writes everything, each file whole or not at all.
   *
   * @param experiment the experiment's file, as it stands
   */
  void write(Comparison comparison, List<FinishedRun> runs, String experiment) throws IOException {
    byte[] picture = PngFile.bytes(ComparisonFigure.draw(comparison));
    byte[] curves = PngFile.bytes(LearningCurves.draw(runs));
    text(cases(), ComparisonCsv.cases(runs));
    text(csv(), ComparisonCsv.scores(comparison));
    text(markdown(), ComparisonMarkdown.of(comparison));
    AtomicOutput.write(picture(), temporary -> Files.write(temporary, picture));
    AtomicOutput.write(curves(), temporary -> Files.write(temporary, curves));
    Optional<BufferedImage> differences = ComparisonFigure.drawDifferences(comparison);
    Optional<byte[]> plots =
        differences.isPresent() ? Optional.of(PngFile.bytes(differences.get())) : Optional.empty();
    new ComparisonReport(comparison, runs, experiment, path).html(plots, curves).write(report());
    Json.write(json(), ComparisonJson.of(comparison));
  }

  private static void text(Path file, String text) throws IOException {
    AtomicOutput.write(file, temporary -> Files.writeString(temporary, text));
  }
}
