/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CoalescerTest {
  private final TreeMap<Long, Runnable> due = new TreeMap<>();
  private final List<Long> runs = new ArrayList<>();
  private long now;
  private final Coalescer coalescer =
      new Coalescer(
          200, () -> now, (delay, task) -> due.put(now + delay, task), () -> runs.add(now));

  private void until(long end) {
    while (!due.isEmpty() && due.firstKey() <= end) {
      var next = due.pollFirstEntry();
      now = next.getKey();
      next.getValue().run();
    }
    now = end;
  }

  @Test
  void runsAtOnceThenAtIntervalsAndNeverForgetsTheLastRequest() {
    for (int t = 0; t <= 1000; t += 7) {
      until(t);
      coalescer.request();
    }
    until(5000);
    assertEquals(List.of(0L, 200L, 400L, 600L, 800L, 1000L), runs);
    coalescer.request();
    until(6000);
    assertEquals(5000L, runs.get(runs.size() - 1));
  }

  @Test
  void aRequestDuringTheActionIsNotLost() {
    List<Long> times = new ArrayList<>();
    Coalescer[] self = new Coalescer[1];
    self[0] =
        new Coalescer(
            200,
            () -> now,
            (delay, task) -> due.put(now + delay, task),
            () -> {
              times.add(now);
              if (times.size() == 1) {
                self[0].request();
              }
            });
    self[0].request();
    until(1000);
    assertEquals(List.of(0L, 200L), times);
  }
}
