/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.egcnn.report.BulletList;
import org.egcnn.report.Cell;
import org.egcnn.report.HtmlReport;
import org.egcnn.report.KeyValues;
import org.egcnn.report.Paragraph;
import org.egcnn.report.ReportBlock;
import org.egcnn.report.Versions;

/** Puts an evaluation into words, tables and pictures for {@code report.html}. */
final class EvaluationReport {
  private final Evaluation evaluation;
  private final EvaluationTask task;
  private final List<String> missing;
  private final CaseRanking ranking;
  private final ReportPictures pictures;

  /**
   * A report.
   *
   * @param evaluation what was found
   * @param task what was asked for; its folder holds the pictures
   * @param missing the names of the references that have no prediction
   */
  EvaluationReport(Evaluation evaluation, EvaluationTask task, List<String> missing) {
    this.evaluation = evaluation;
    this.task = task;
    this.missing = List.copyOf(missing);
    this.ranking = CaseRanking.of(evaluation);
    this.pictures = new ReportPictures(task.out());
  }

  /**
   * Builds the report.
   *
   * @throws IOException if a picture cannot be read
   */
  HtmlReport build() throws IOException {
    if (task.settings().figures()) {
      collectPictures();
    }
    ReportTables tables = new ReportTables(evaluation);
    HtmlReport.Builder report =
        HtmlReport.titled("Evaluation of the masks in “" + folderName(task.predictions()) + "”");
    report.summary(Paragraph.of(scores()), Paragraph.of(worst()));
    if (!missing.isEmpty()) {
      report.summary(Paragraph.warning(missingText()));
    }
    report.section("Scores", tables.means(), tables.volumes());
    report.section("Cases", tables.cases(this::nameCell));
    if (!pictures.inside().isEmpty()) {
      report.section("Figures", figures());
    }
    report.section("Empty masks", EmptyMaskText.of(evaluation));
    if (!missing.isEmpty()) {
      report.section("Missing predictions", new BulletList(missing));
    }
    report.section("Every score", tables.everything());
    report.section("Settings and versions", inputs(), settings(), Versions.now());
    return report.build();
  }

  private void collectPictures() throws IOException {
    pictures.add(
        Path.of(EvaluationFolder.PANELS),
        "Cases in rows; image, reference, predictions and predicted edges in columns",
        "Image, reference, predictions and predicted edges, where there are any");
    for (CaseScores scores : ranking.worstFirst()) {
      String name = scores.name();
      String dice = "mean Dice " + number(scores.foreground(Metric.DICE), Metric.DICE);
      pictures.add(
          figure(scores),
          "Three slices of " + name + " with the outlines of both masks",
          name + ", " + dice);
      pictures.add(
          Path.of(EvaluationFolder.BOUNDARIES, name + ".png"),
          "Slices of " + name + " with the predicted border coloured by its error",
          name + ", boundary errors: the distance of the predicted border to the reference's");
    }
  }

  private static Path figure(CaseScores scores) {
    return Path.of(EvaluationFolder.FIGURES, scores.name() + ".png");
  }

  private Cell nameCell(CaseScores scores) {
    Cell name = Cell.of(scores.name());
    return task.settings().figures() ? name.linkedTo(pictures.link(figure(scores))) : name;
  }

  private List<ReportBlock> figures() {
    List<ReportBlock> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.of(
            "Some cases side by side, then the worst ones, each at the slices with the most"
                + " differing voxels and with a map of its boundary errors. A click on a figure"
                + " opens its file; the figures of the other cases are linked in the table of"
                + " cases."));
    blocks.addAll(pictures.inside());
    return blocks;
  }

  private String scores() {
    int cases = evaluation.cases().size();
    List<String> means = new ArrayList<>();
    for (Metric metric : List.of(Metric.DICE, Metric.HD95, Metric.NSD)) {
      Summary summary = evaluation.foreground(metric);
      String value = summary.count() == 0 ? "not defined" : summary.text(metric.decimals(), cases);
      means.add(metric.heading() + " " + value);
    }
    return count(cases, "case")
        + ", "
        + count(evaluation.classNames().size(), "class")
        + ". "
        + evaluation.meanName().substring(0, 1).toUpperCase(Locale.ROOT)
        + evaluation.meanName().substring(1)
        + ", mean ± sample standard deviation over the cases: "
        + String.join("; ", means)
        + ". NSD is taken at "
        + Millimetres.text(evaluation.toleranceMm())
        + ".";
  }

  private String worst() {
    CaseScores lowest = ranking.worstFirst().get(0);
    double dice = lowest.foreground(Metric.DICE);
    return Double.isNaN(dice)
        ? "No case has a Dice."
        : "The lowest Dice, " + number(dice, Metric.DICE) + ", has " + lowest.name() + ".";
  }

  private String missingText() {
    return missing.size()
        + " of "
        + (missing.size() + evaluation.cases().size())
        + " references have no prediction. They are left out of every number here, which may look"
        + " better than it is.";
  }

  private KeyValues inputs() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("Predictions", absolute(task.predictions()));
    values.put("References", absolute(commonFolder()));
    task.figures()
        .others()
        .forEach((name, folder) -> values.put("Shown as " + name, absolute(folder)));
    task.figures().edges().ifPresent(folder -> values.put("Edge maps", absolute(folder)));
    values.put("Results", absolute(task.out()));
    return new KeyValues("Input and output", values);
  }

  /** The deepest folder that holds all reference masks. */
  private Path commonFolder() {
    Path common = task.references().get(0).mask().toAbsolutePath().normalize().getParent();
    for (Reference reference : task.references()) {
      Path mask = reference.mask().toAbsolutePath().normalize();
      while (!mask.startsWith(common)) {
        common = common.getParent();
      }
    }
    return common;
  }

  private KeyValues settings() {
    EvaluationSettings settings = task.settings();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("Empty masks", settings.policy().name().toLowerCase(Locale.ROOT));
    values.put("Tolerance of NSD", Millimetres.text(settings.toleranceMm()));
    values.put("Missing predictions", settings.allowMissing() ? "left out" : "refused");
    values.put("Figures", settings.figures() ? "drawn" : "not drawn");
    values.put("Threads", String.valueOf(settings.threads()));
    return new KeyValues("Settings", values);
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  private static String folderName(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? folder.toString() : name.toString();
  }

  private static String count(int number, String what) {
    String plural = what.endsWith("s") ? what + "es" : what + "s";
    return number + " " + (number == 1 ? what : plural);
  }

  private static String number(double value, Metric metric) {
    return Cell.number(value, metric.decimals()).text();
  }
}
