/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.egcnn.task.AtomicOutput;

/**
 * A report for readers as one HTML file that needs nothing but itself: style, script and figures
 * are inside, and its content security policy forbids the browser to fetch anything or to run any
 * other script. Tables can be sorted by a click on a column's header, by mouse or keyboard; without
 * scripts, and in print, they stand in their first order.
 *
 * <pre>{@code
 * HtmlReport.titled("Two networks on one split")
 *     .summary(Paragraph.of("Seg-Net with the edge stream: Dice 0.91 ± 0.02."))
 *     .section("Scores",
 *         ReportTable.captioned("Dice of each case")
 *             .text("Case").number("Dice")
 *             .row(List.of(Cell.of("a"), Cell.number(0.91, 4)))
 *             .foot(List.of(Cell.of("mean"), Cell.number(0.91, 4)))
 *             .sortedBy("Dice", ReportTable.Direction.ASCENDING),
 *         ReportFigure.of("a", png, "Outlines of case a", "Case a"))
 *     .section("Settings", new KeyValues("Settings", Map.of("seed", "1")))
 *     .build()
 *     .write(folder.resolve("report.html"));
 * }</pre>
 *
 * @param title of the page and its first heading
 * @param summary what a hurried reader needs, before the first section
 * @param sections the parts in order, listed in a table of contents
 */
public record HtmlReport(String title, List<ReportBlock> summary, List<ReportSection> sections) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if two figures have one name, to which links would be
   *     ambiguous
   */
  public HtmlReport {
    summary = List.copyOf(summary);
    sections = List.copyOf(sections);
    Set<String> names = new HashSet<>();
    for (ReportSection section : sections) {
      for (ReportBlock block : section.blocks()) {
        if (block instanceof ReportFigure figure && !names.add(figure.name())) {
          throw new IllegalArgumentException("two figures are named " + figure.name());
        }
      }
    }
  }

  /** Begins a report. */
  public static Builder titled(String title) {
    return new Builder(title);
  }

  /** Collects the parts of a report in their order. */
  public static final class Builder {
    private final String title;
    private final List<ReportBlock> summary = new ArrayList<>();
    private final List<ReportSection> sections = new ArrayList<>();

    private Builder(String title) {
      this.title = title;
    }

    /** Adds to what stands before the first section. */
    public Builder summary(ReportBlock... blocks) {
      summary.addAll(List.of(blocks));
      return this;
    }

    /** Adds a section. */
    public Builder section(String heading, ReportBlock... blocks) {
      return section(heading, List.of(blocks));
    }

    /** Adds a section. */
    public Builder section(String heading, List<? extends ReportBlock> blocks) {
      sections.add(new ReportSection(heading, List.copyOf(blocks)));
      return this;
    }

    /**
     * The report.
     *
     * @throws IllegalArgumentException as the report's constructor
     */
    public HtmlReport build() {
      return new HtmlReport(title, summary, sections);
    }
  }

  /**
   * Writes the report as UTF-8, whole or not at all. A file that is there is replaced.
   *
   * @throws org.egcnn.task.BadInputException naming the file if it cannot be written
   * @throws IOException as {@link AtomicOutput#write}
   */
  public void write(Path file) throws IOException {
    AtomicOutput.write(
        file,
        temporary -> {
          try (BufferedWriter writer = Files.newBufferedWriter(temporary)) {
            writeTo(writer);
          }
        });
  }

  /**
   * Appends the whole document.
   *
   * @throws IOException if appending fails
   */
  public void writeTo(Appendable out) throws IOException {
    new ReportMarkup(this).writeTo(out);
  }
}
