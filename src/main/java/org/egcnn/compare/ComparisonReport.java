/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.egcnn.evaluate.EvaluationFolder;
import org.egcnn.evaluate.Metric;
import org.egcnn.report.BulletList;
import org.egcnn.report.Cell;
import org.egcnn.report.HtmlReport;
import org.egcnn.report.KeyValues;
import org.egcnn.report.Link;
import org.egcnn.report.Paragraph;
import org.egcnn.report.Preformatted;
import org.egcnn.report.ReportBlock;
import org.egcnn.report.ReportFigure;
import org.egcnn.report.ReportTable;
import org.egcnn.train.Environment;

/**
 * A comparison as one HTML page.
 *
 * @param comparison the comparison
 * @param runs the runs it rests on
 * @param experiment the experiment's file, as it stands
 * @param out the folder of the comparison, which may hold figures
 */
record ComparisonReport(
    Comparison comparison, List<FinishedRun> runs, String experiment, Path out) {

  /**
   * The page.
   *
   * @param plots the differences as a PNG picture, if any was tested
   * @param curves {@code curves.png}
   */
  HtmlReport html(Optional<byte[]> plots, byte[] curves) throws IOException {
    ComparisonTables tables = new ComparisonTables(comparison);
    HtmlReport.Builder report = HtmlReport.titled(comparison.name());
    report.summary(Paragraph.of(ComparisonMarkdown.summary(comparison)));
    List<String> sentences = VerdictText.of(comparison);
    if (!sentences.isEmpty()) {
      report.summary(new BulletList(sentences));
    }
    comparison.notes().forEach(note -> report.summary(Paragraph.warning(note)));
    List<ReportBlock> scores = new ArrayList<>();
    for (Table table : tables.scores()) {
      scores.add(titled(table));
    }
    report.section("Scores", scores);
    List<ReportBlock> differences = new ArrayList<>();
    for (Table table : List.of(tables.tested(), tables.untested())) {
      if (!table.content().rows().isEmpty()) {
        differences.add(titled(table));
      }
    }
    plots.ifPresent(
        png ->
            differences.add(
                ReportFigure.of(
                    "differences",
                    png,
                    "Each difference with its interval beside a line at zero",
                    "Differences with their 95 % intervals")));
    if (!differences.isEmpty()) {
      report.section("Differences", differences);
    }
    report.section(
        "Learning curves",
        ReportFigure.of(
            "curves",
            curves,
            "Semantic loss and validation Dice of each run over its epochs",
            "One line a run; runs of one kind are drawn alike"));
    List<ReportBlock> pairs = pairs();
    if (!pairs.isEmpty()) {
      report.section("Figures", pairs);
    }
    report.section("Cost", titled(tables.cost()));
    report.section("Cases", cases());
    report.section("Runs", runTable());
    report.section(
        "Settings and versions",
        new KeyValues("Versions", versions()),
        Paragraph.of("The experiment's file:"),
        new Preformatted(experiment));
    return report.build();
  }

  /** The table with its title before its caption, for a page shows several below one heading. */
  private static ReportTable titled(Table table) {
    ReportTable content = table.content();
    return new ReportTable(
        table.title() + ". " + content.caption(),
        content.columns(),
        content.rows(),
        content.foot(),
        content.sorted(),
        content.direction());
  }

  private List<ReportBlock> pairs() throws IOException {
    List<ReportBlock> figures = new ArrayList<>();
    for (FinishedRun run : runs) {
      RunKey key = run.plan().key();
      Path folder = PairFigures.folder(out, key);
      Path panels = folder.resolve(EvaluationFolder.PANELS);
      String name = folder.getFileName().toString();
      boolean shown =
          figures.stream()
              .anyMatch(f -> f instanceof ReportFigure other && other.name().equals(name));
      if (!shown && run.plan().scoring().figures() && Files.exists(panels)) {
        figures.add(
            ReportFigure.of(
                    name,
                    Files.readAllBytes(panels),
                    "Slices of "
                        + key.backbone()
                        + ", "
                        + key.variant()
                        + ", and what it is compared with",
                    key.backbone()
                        + ", "
                        + key.variant()
                        + ": the two cases that gain most and the two that lose most; a click leads"
                        + " to all cases")
                .linkedTo(Link.toFile(out.relativize(folder.resolve(EvaluationFolder.REPORT)))));
      }
    }
    return figures;
  }

  private ReportTable cases() {
    Region main = comparison.regions().get(0);
    ReportTable.Builder table =
        ReportTable.captioned("Each case in each run, " + main.name() + ": the worst first")
            .text("Case")
            .text("Run");
    ComparedMetric.ALL.forEach(metric -> table.number(metric.heading()));
    for (FinishedRun run : runs) {
      for (String name : run.scores().cases().keySet()) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(name), Cell.of(run.plan().key().name())));
        for (Metric metric : ComparedMetric.ALL) {
          double value = main.value(run.scores(), name, metric);
          row.add(Cell.number(value, ComparedMetric.format(metric, value)));
        }
        table.row(row);
      }
    }
    return table.sortedBy(Metric.DICE.heading(), ReportTable.Direction.ASCENDING);
  }

  private ReportTable runTable() {
    ReportTable.Builder table =
        ReportTable.captioned("Every finished run, with a link to its evaluation")
            .text("Run")
            .number("Epochs")
            .number("Best epoch")
            .number("Seconds an epoch")
            .number("Minutes")
            .number("Training cases")
            .text("Finished");
    for (FinishedRun run : runs) {
      table.row(
          List.of(
              Cell.of(run.plan().key().name()).linkedTo(evaluation(run)),
              Cell.number(run.result().epochs(), 0),
              Cell.number(run.result().bestEpoch(), 0),
              Cell.number(run.result().secondsPerEpoch(), 1),
              Cell.number(run.result().trainingSeconds() / 60, 1),
              Cell.number(run.plan().split().training().size(), 0),
              Cell.of(run.result().finished())));
    }
    return table.build();
  }

  private static Link evaluation(FinishedRun run) {
    return Link.toFile(
        Path.of(
            RunPlanner.RUNS,
            run.plan().key().name(),
            RunFolder.EVALUATION,
            EvaluationFolder.REPORT));
  }

  private Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("Software", all(Environment::software));
    versions.put("Commit", all(Environment::commit));
    versions.put("Engine", all(Environment::engine));
    versions.put("Java", all(Environment::java));
    versions.put("System", all(Environment::system));
    versions.put("Processors", all(environment -> Integer.toString(environment.processors())));
    return versions;
  }

  private String all(Function<Environment, String> value) {
    return runs.stream()
        .map(run -> value.apply(run.result().environment()))
        .distinct()
        .sorted()
        .collect(Collectors.joining("; "));
  }
}
