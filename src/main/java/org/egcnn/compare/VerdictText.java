/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.util.List;
import org.egcnn.evaluate.Metric;

/** Says in words what a tested difference allows to say, with the numbers it rests on. */
final class VerdictText {
  private VerdictText() {}

  /** One sentence for each tested difference. */
  static List<String> of(Comparison comparison) {
    return comparison.tested().stream().map(VerdictText::sentence).toList();
  }

  /** The sentence for a tested difference. */
  static String sentence(PairedDifference d) {
    Verdict verdict = d.verdict().orElseThrow();
    return String.format(
        "%s, %s against %s: %s %s; 95 %% interval %s to %s; p %s, corrected %s; %d %s, %d %s.",
        d.backbone(),
        d.variant(),
        d.against(),
        d.metric().title(),
        verdict == Verdict.NONE_SHOWN
            ? verdict + " (" + signed(d, d.interval().mean()) + ")"
            : verdict + " by " + size(d),
        signed(d, d.interval().low()),
        signed(d, d.interval().high()),
        probability(d.test().p()),
        probability(d.correctedP().orElseThrow()),
        d.cases(),
        d.cases() == 1 ? "case" : "cases",
        d.seeds().size(),
        d.seeds().size() == 1 ? "seed" : "seeds");
  }

  private static String size(PairedDifference d) {
    return ComparedMetric.format(d.metric(), Math.abs(d.interval().mean())) + unit(d.metric());
  }

  private static String signed(PairedDifference d, double value) {
    return ComparedMetric.signed(d.metric(), value) + unit(d.metric());
  }

  private static String unit(Metric metric) {
    return metric.unit().isEmpty() ? "" : " " + metric.unit();
  }

  private static String probability(double p) {
    String text = ComparisonTables.probability(p);
    return text.startsWith("<") ? text : "= " + text;
  }
}
