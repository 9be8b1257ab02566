/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.engine.EngineOptions.Recomputation;

/**
 * One network against a variant of it.
 *
 * @param question what the variant is meant to show
 * @param network the variant
 * @param time its median time over that of the network without what is asked about
 * @param convolutions the same for its convolutions by themselves
 * @param memory the same for the peaks of memory; 0 if unknown
 * @param alternating whether both took turns
 */
public record Ratio(
    String question,
    NetworkCase network,
    double time,
    double convolutions,
    double memory,
    boolean alternating) {

  /** All comparisons that some measurements allow. */
  public static List<Ratio> of(List<NetworkRow> rows) {
    List<Ratio> ratios = new ArrayList<>();
    for (NetworkRow row : rows) {
      NetworkCase network = row.network();
      if (network.recomputation() == Recomputation.ALWAYS) {
        add(ratios, rows, "recomputation", row, network.withRecomputation(Recomputation.NEVER));
        continue;
      }
      if (network.edgeStream()) {
        add(ratios, rows, "edge stream", row, network.withEdgeStream(false));
      }
      if (network.precision() == Precision.BFLOAT16) {
        add(ratios, rows, "bfloat16", row, network.withPrecision(Precision.FLOAT32));
      }
    }
    return ratios;
  }

  private static void add(
      List<Ratio> ratios,
      List<NetworkRow> rows,
      String question,
      NetworkRow row,
      NetworkCase without) {
    Optional<NetworkRow> base = rows.stream().filter(r -> r.network().equals(without)).findFirst();
    base.ifPresent(
        b ->
            ratios.add(
                new Ratio(
                    question,
                    row.network(),
                    row.timing().medianSeconds() / b.timing().medianSeconds(),
                    row.bareSeconds() / b.bareSeconds(),
                    b.peakBytes() == 0 ? 0 : (double) row.peakBytes() / b.peakBytes(),
                    row.alternating() && b.alternating())));
  }
}
