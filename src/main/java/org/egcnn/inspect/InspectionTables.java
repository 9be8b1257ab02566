/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.egcnn.engine.PartGradient;
import org.egcnn.task.AtomicOutput;
import org.egcnn.task.Csv;

/**
 * Writes what was found over a training as three tables in a folder: {@value #EDGES}, {@value
 * #GATES} and {@value #GRADIENTS}, a line for each epoch and class, gate or part of the loss.
 */
public final class InspectionTables {
  /** The table of {@link EdgeScores}. */
  public static final String EDGES = "edges.csv";

  /** The table of {@link GateStatistics}. */
  public static final String GATES = "gates.csv";

  /** The table of {@link PartGradient}. */
  public static final String GRADIENTS = "gradients.csv";

  private InspectionTables() {}

  /**
   * Writes the tables.
   *
   * @param folder made if missing
   * @param byEpoch what was found after each epoch, counted from 1
   * @throws IOException if writing fails; a table is then as it was
   */
  public static void write(Path folder, SortedMap<Integer, Inspection> byEpoch) throws IOException {
    Files.createDirectories(folder);
    List<String> edges = new ArrayList<>(List.of("epoch,class,predicted,agreement,border"));
    List<String> gates =
        new ArrayList<>(
            List.of(
                "epoch,resolution,mean,deviation,least,largest,on_edges,elsewhere,"
                    + IntStream.range(0, GateStatistics.BINS)
                        .mapToObj(i -> "share_" + i)
                        .collect(Collectors.joining(","))));
    List<String> gradients =
        new ArrayList<>(List.of("epoch,part,loss,main,edge,head,cosine_with_semantic_in_main"));
    byEpoch.forEach(
        (epoch, found) -> {
          found.edges().forEach(e -> edges.add(epoch + "," + line(e)));
          found.gates().forEach(g -> gates.add(epoch + "," + line(g)));
          found.gradients().forEach(g -> gradients.add(epoch + "," + line(g)));
        });
    write(folder.resolve(EDGES), edges);
    write(folder.resolve(GATES), gates);
    write(folder.resolve(GRADIENTS), gradients);
  }

  private static void write(Path file, List<String> lines) throws IOException {
    AtomicOutput.write(file, temporary -> Files.write(temporary, lines));
  }

  private static String line(EdgeScores e) {
    return String.join(
        ",",
        Csv.quoted(e.name()),
        number(e.predicted()),
        number(e.agreement()),
        number(e.border()));
  }

  private static String line(GateStatistics g) {
    return g.resolution()
        + String.format(
            Locale.ROOT,
            ",%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,",
            g.mean(),
            g.deviation(),
            g.least(),
            g.largest(),
            g.onEdges(),
            g.elsewhere())
        + g.histogram().stream()
            .map(share -> String.format(Locale.ROOT, "%.6f", share))
            .collect(Collectors.joining(","));
  }

  private static String line(PartGradient g) {
    return g.part().name().toLowerCase(Locale.ROOT)
        + String.format(
            Locale.ROOT,
            ",%.6g,%.6g,%.6g,%.6g,%.6f",
            g.loss(),
            g.main(),
            g.edge(),
            g.head(),
            g.cosine());
  }

  private static String number(Optional<Double> value) {
    return value.map(v -> String.format(Locale.ROOT, "%.6f", v)).orElse("");
  }
}
