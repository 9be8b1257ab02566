/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseRankingTest {

  private static CaseScores scores(String name, double dice) {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      values.put(metric, metric == Metric.DICE ? dice : 0);
    }
    return new CaseScores(name, List.of(new ClassScores("one", new Overlap(1, 1, 1), values)));
  }

  private static CaseRanking ranking(double... dice) {
    List<CaseScores> cases = new ArrayList<>();
    for (int i = 0; i < dice.length; i++) {
      cases.add(scores(String.valueOf((char) ('a' + i)), dice[i]));
    }
    return CaseRanking.of(new Evaluation(List.of("one"), cases, EmptyPolicy.MONAI, 1));
  }

  private static String names(List<CaseScores> cases) {
    return String.join("", cases.stream().map(CaseScores::name).toList());
  }

  @Test
  void worstComeFirstAndThoseWithoutValueLast() {
    assertEquals("dbcea", names(ranking(Double.NaN, 0.5, 0.5, 0.1, 0.9).worstFirst()));
  }

  @Test
  void spreadReachesFromTheWorstToTheBest() {
    CaseRanking ranking = ranking(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7);
    assertEquals("ag", names(ranking.spread(2)));
    assertEquals("adg", names(ranking.spread(3)));
    assertEquals("d", names(ranking.spread(1)));
    assertEquals("abcdefg", names(ranking.spread(9)));
  }
}
