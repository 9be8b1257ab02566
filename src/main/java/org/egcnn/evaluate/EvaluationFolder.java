/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.egcnn.model.Json;
import org.egcnn.report.HtmlReport;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.BadInputException;
import org.egcnn.task.ExclusiveLock;

/**
 * The folder that an evaluation is written to:
 *
 * <ul>
 *   <li>{@code summary.json}, see below;
 *   <li>{@code cases.csv}, a line for each case and class, with the same names as columns;
 *   <li>{@code report.html}, the same for readers, with the figures of the worst cases inside;
 *   <li>{@code figures/}, a {@link CaseFigure} of each case, {@code boundaries/}, a {@link
 *       BoundaryErrorFigure} of each case and perhaps its errors as {@code CASE_boundary.nii.gz},
 *       {@code panels.png} and {@code panels.tif}, a {@link PaperFigure} of some: if asked for.
 * </ul>
 *
 * <pre>
 * version           of this format: 1
 * policy            the {@link EmptyPolicy} in lower case
 * empty_values      what it gives: both, reference or prediction (which mask is empty), then metric
 * tolerance_mm      the tolerance of nsd
 * classes           the class names in order
 * mean_name         what the mean over the classes is called, such as "Composite"
 * mean              class, then metric: the mean over the cases, such as mean.kidney.dice;
 *                   class "foreground" is the mean over the classes, see {@link Evaluation}, or
 *                   a single class that has this name
 * std               likewise, the sample standard deviation
 * median            likewise
 * count             likewise, the number of cases that entered (were not null)
 * cases             an array of {name, classes}; classes: class, then tp, fp, fn and the metrics
 * </pre>
 *
 * <p>The metrics' names are their {@link Metric#key keys}. A value that does not exist is null, in
 * the table an empty field.
 */
public final class EvaluationFolder implements AutoCloseable {
  /** The summary's file name. */
  public static final String SUMMARY = "summary.json";

  /** The name of the table of cases and classes. */
  public static final String CASES = "cases.csv";

  /** The report's file name. */
  public static final String REPORT = "report.html";

  /** The name of the folder of figures. */
  public static final String FIGURES = "figures";

  /** The name of the folder of boundary error maps. */
  public static final String BOUNDARIES = "boundaries";

  /** The file name of the figure of several cases. */
  public static final String PANELS = "panels.png";

  /** The file name of the same figure as a stack. */
  public static final String PANEL_STACK = "panels.tif";

  private final Path folder;
  private final ExclusiveLock lock;

  private EvaluationFolder(Path folder, ExclusiveLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Prepares a folder, made if missing, and locks it. What is in it stays until {@link #clear}.
   *
   * @param overwrite whether the folder may hold files
   * @throws BadInputException if it is a file, holds files and may not, cannot be written, or
   *     another evaluation is writing it
   * @throws IOException if it cannot be listed
   */
  public static EvaluationFolder open(Path folder, boolean overwrite) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BadInputException(folder, "is a file", "Give a folder for the results");
    }
    if (Files.exists(folder) && !overwrite && !isEmpty(folder)) {
      throw new BadInputException(
          folder, "is not empty", "Give another folder or allow overwriting");
    }
    return new EvaluationFolder(folder, ExclusiveLock.take(folder, "evaluation"));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(f -> f.endsWith(ExclusiveLock.FILE) || AtomicOutput.isTemporary(f));
    }
  }

  /**
   * Deletes the summary, the table, the report and the pictures of an earlier evaluation, so that
   * they are never found beside another's; other files stay. Its cases are those that its summary
   * names.
   *
   * @throws IOException if an old result cannot be deleted
   */
  void clear() throws IOException {
    for (String name : earlierCases()) {
      Files.deleteIfExists(figures().resolve(name + ".png"));
      Files.deleteIfExists(boundaries().resolve(name + ".png"));
      Files.deleteIfExists(boundaries().resolve(name + "_boundary.nii.gz"));
    }
    for (String name : List.of(SUMMARY, CASES, REPORT, PANELS, PANEL_STACK)) {
      Files.deleteIfExists(folder.resolve(name));
    }
    for (Path written : List.of(folder, figures(), boundaries())) {
      AtomicOutput.removeLeftovers(written);
    }
  }

  /** The cases of the evaluation that was written here before. */
  private List<String> earlierCases() throws IOException {
    Path summary = folder.resolve(SUMMARY);
    if (!Files.exists(summary)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try {
      if (Json.readTree(summary) instanceof JsonObject root
          && root.get("cases") instanceof JsonArray cases) {
        for (JsonElement one : cases) {
          if (one instanceof JsonObject scores
              && scores.get("name") instanceof JsonPrimitive name
              && !name.getAsString().matches(".*[/\\\\].*")) {
            names.add(name.getAsString());
          }
        }
      }
    } catch (BadInputException e) {
      // what it was of is not known: its pictures stay
    }
    return names;
  }

  /** The folder of the boundary error maps. */
  Path boundaries() {
    return folder.resolve(BOUNDARIES);
  }

  /** The figure of several cases. */
  Path panels() {
    return folder.resolve(PANELS);
  }

  /** The same figure as a stack. */
  Path panelStack() {
    return folder.resolve(PANEL_STACK);
  }

  /** The folder of the cases' figures. */
  public Path figures() {
    return folder.resolve(FIGURES);
  }

  /**
   * Writes the table, the report and then the summary.
   *
   * @throws IOException if writing fails; no file is then half written
   */
  public void write(Evaluation evaluation, HtmlReport report) throws IOException {
    AtomicOutput.write(
        folder.resolve(CASES), file -> Files.writeString(file, CasesCsv.of(evaluation)));
    report.write(folder.resolve(REPORT));
    AtomicOutput.write(
        folder.resolve(SUMMARY), file -> Files.writeString(file, SummaryJson.of(evaluation)));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
