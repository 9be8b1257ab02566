/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The cases of an evaluation in the order of their Dice, the mean over their classes. */
final class CaseRanking {
  private final List<CaseScores> cases;

  private CaseRanking(List<CaseScores> cases) {
    this.cases = List.copyOf(cases);
  }

  /** Ranks the cases; those without a value come last, equal ones are ordered by name. */
  static CaseRanking of(Evaluation evaluation) {
    List<CaseScores> cases = new ArrayList<>(evaluation.cases());
    // Double.compare puts NaN after all numbers.
    cases.sort(
        Comparator.<CaseScores>comparingDouble(c -> c.foreground(Metric.DICE))
            .thenComparing(CaseScores::name));
    return new CaseRanking(cases);
  }

  /** All cases, the worst first. */
  List<CaseScores> worstFirst() {
    return cases;
  }

  /**
   * Some cases that show the whole range: evenly spaced ranks, the worst and the best among them.
   *
   * @param count how many, at least 1; all cases if there are fewer
   * @return the worst first; a single one is that in the middle
   */
  List<CaseScores> spread(int count) {
    if (count >= cases.size()) {
      return cases;
    }
    if (count == 1) {
      return List.of(cases.get(cases.size() / 2));
    }
    List<CaseScores> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(cases.get((int) Math.round(i * (cases.size() - 1.0) / (count - 1))));
    }
    return some;
  }
}
