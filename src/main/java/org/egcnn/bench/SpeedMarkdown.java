/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.egcnn.engine.ConvolutionProbe;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.engine.EngineOptions.Recomputation;

/** Shows a report as Markdown. */
public final class SpeedMarkdown {
  private static final double GIBI = 1 << 30;

  private final SpeedReport report;
  private final StringBuilder text = new StringBuilder();

  private SpeedMarkdown(SpeedReport report) {
    this.report = report;
  }

  /**
   * The text.
   *
   * @param report what was measured
   * @param command the command line that measured it
   */
  public static String of(SpeedReport report, String command) {
    SpeedMarkdown markdown = new SpeedMarkdown(report);
    markdown.head(command);
    markdown.limits();
    markdown.networks();
    markdown.ratios();
    markdown.tasks();
    markdown.images();
    markdown.notes();
    return markdown.text.toString();
  }

  private void head(String command) {
    Machine machine = report.machine();
    line("# Speed");
    line("");
    line("Measured %s by `%s`.", report.date(), command);
    line("");
    line("| | |");
    line("| --- | --- |");
    line("| software | %s, %s |", machine.software(), machine.engine());
    line(
        "| processor | %s, %d logical processors, %s |",
        machine.processor(),
        machine.processors(),
        report.threads() == 0 ? "all used" : report.threads() + " threads used");
    line("| memory | %s |", gibibytes(machine.memoryBytes()));
    line("| system | %s, %s |", machine.system(), machine.java());
    line(
        "| load average | %s before, %s after |",
        load(report.loadBefore()), load(report.loadAfter()));
    line("");
    if (report.wasBusy()) {
      line("**The machine was busy when this began: times are too long, ratios less so.**");
      line("");
    }
    line("Times are medians; the shortest is given beside them.");
  }

  private void limits() {
    if (!report.limits().isEmpty()) {
      section("The limit: convolutions by themselves");
      line(
          "3D convolutions, stride 1, channels last, as many channels out as in; 1e9 operations a");
      line("second at the shortest time. The largest figure of a precision is its limit below.");
      line("");
      line("| maps | kernel | precision | forward | to the input | to the kernel |");
      line("| --- | --- | --- | ---: | ---: | ---: |");
      report.limits().stream()
          .map(row -> List.of(row.shape(), row.precision()))
          .distinct()
          .forEach(key -> limit((ConvolutionProbe.Shape) key.get(0), (Precision) key.get(1)));
      line("");
      for (Precision precision : Precision.values()) {
        report
            .limit(precision)
            .ifPresent(limit -> line("- limit in %s: %.0f", name(precision), limit));
      }
    }
    for (BandwidthRow row : report.bandwidths()) {
      line("- memory, %s by all threads: %.1f GB/s", row.kernel(), row.gigabytes());
    }
  }

  private void limit(ConvolutionProbe.Shape shape, Precision precision) {
    List<String> cells = new ArrayList<>();
    for (ConvolutionProbe.Pass pass : ConvolutionProbe.Pass.values()) {
      cells.add(
          report.limits().stream()
              .filter(
                  row ->
                      row.shape().equals(shape)
                          && row.precision() == precision
                          && row.pass() == pass)
              .map(row -> format("%.0f", row.gigaflops()))
              .findFirst()
              .orElse(""));
    }
    line(
        "| %d × %s × %d | %d³ | %s | %s |",
        shape.count(),
        shape.size(),
        shape.in(),
        shape.kernel(),
        name(precision),
        String.join(" | ", cells));
  }

  private void networks() {
    if (report.networks().isEmpty()) {
      return;
    }
    section("Networks");
    line(
        "Four channels in, three regions out. *GFLOP* counts the convolutions alone, and *share of");
    line(
        "the limit* is GFLOP over the median time over the limit of that precision. *Memory* is the");
    line("peak of resident memory of a process that does nothing else.");
    for (boolean training : new boolean[] {true, false}) {
      List<NetworkRow> rows =
          report.networks().stream().filter(r -> r.network().training() == training).toList();
      if (!rows.isEmpty()) {
        line("");
        line("### %s", training ? "Training step" : "Inference");
        line("");
        line(
            "| network | crop | f | batch | precision | median s | min s | convolutions s | GFLOP"
                + " | share of the limit | memory |");
        line("| --- | --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        rows.forEach(this::network);
      }
    }
  }

  private void network(NetworkRow row) {
    NetworkCase n = row.network();
    OptionalDouble share = report.shareOfLimit(row);
    line(
        "| %s | %s | %d | %d | %s | %.3f | %.3f | %.3f | %.1f | %s | %s |",
        name(n),
        n.crop(),
        n.width(),
        n.batch(),
        name(n.precision()),
        row.timing().medianSeconds(),
        row.timing().minSeconds(),
        row.bareSeconds(),
        row.operations() / 1e9,
        share.isPresent() ? format("%.0f %%", 100 * share.getAsDouble()) : "",
        gibibytes(row.peakBytes()));
  }

  private void ratios() {
    if (report.ratios().isEmpty()) {
      return;
    }
    section("What it costs, and what it saves");
    line(
        "Each row divides a network with what is asked about by the same network without it. Both");
    line("took turns in the same minutes unless marked *.");
    line("");
    line("| question | network | crop | f | batch | precision | time | convolutions | memory |");
    line("| --- | --- | --- | ---: | ---: | --- | ---: | ---: | ---: |");
    for (Ratio ratio : report.ratios()) {
      NetworkCase n = ratio.network();
      line(
          "| %s | %s, %s | %s | %d | %d | %s | %.2f%s | %.2f | %s |",
          ratio.question(),
          name(n),
          n.training() ? "step" : "inference",
          n.crop(),
          n.width(),
          n.batch(),
          name(n.precision()),
          ratio.time(),
          ratio.alternating() ? "" : " *",
          ratio.convolutions(),
          ratio.memory() == 0 ? "" : format("%.2f", ratio.memory()));
    }
  }

  private void tasks() {
    if (report.tasks().isEmpty()) {
      return;
    }
    section("Whole tasks");
    line("| task | median s | runs | the network alone, s | ratio | memory |");
    line("| --- | ---: | ---: | ---: | ---: | ---: |");
    for (TaskRow row : report.tasks()) {
      line(
          "| %s | %.3f | %d | %.3f | %.3f | %s |",
          row.task(),
          row.whole().medianSeconds(),
          row.whole().runs(),
          row.bare().medianSeconds(),
          row.ratio(),
          gibibytes(row.peakBytes()));
    }
  }

  private void images() {
    if (report.images().isEmpty()) {
      return;
    }
    section("Images, metrics and files");
    line("| operation | median s | min s | million voxels a second |");
    line("| --- | ---: | ---: | ---: |");
    for (ImageRow row : report.images()) {
      line(
          "| %s | %.4f | %.4f | %.1f |",
          row.operation(),
          row.timing().medianSeconds(),
          row.timing().minSeconds(),
          row.voxelsPerSecond() / 1e6);
    }
  }

  private void notes() {
    if (!report.notes().isEmpty()) {
      section("Not measured");
      report.notes().forEach(note -> line("- %s", note));
    }
  }

  private void section(String title) {
    line("");
    line("## %s", title);
    line("");
  }

  private void line(String format, Object... values) {
    text.append(format(format, values)).append('\n');
  }

  private static String name(NetworkCase n) {
    return n.backbone()
        + (n.edgeStream() ? " + edge stream" : "")
        + (n.recomputation() == Recomputation.ALWAYS ? ", recomputed" : "");
  }

  private static String name(Precision precision) {
    return precision.name().toLowerCase(Locale.ROOT);
  }

  private static String load(double load) {
    return load < 0 ? "unknown" : format("%.2f", load);
  }

  private static String gibibytes(long bytes) {
    return bytes == 0 ? "unknown" : format("%.2f GiB", bytes / GIBI);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
