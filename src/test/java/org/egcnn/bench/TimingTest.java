/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.junit.jupiter.api.Test;

class TimingTest {
  private static final TaskListener SILENT = new TaskListener() {};

  @Test
  void medianAndShortest() {
    assertEquals(new Timing(3, 2, 1), Timing.of(3, 1, 2));
    assertEquals(new Timing(4, 2.5, 1), Timing.of(4, 1, 3, 2));
    assertThrows(IllegalArgumentException.class, Timing::of);
  }

  @Test
  void runsTakeTurnsAfterOneToWarmUp() throws Exception {
    List<String> order = new ArrayList<>();
    TimedRun a =
        () -> {
          order.add("a");
          return order.size() < 3 ? 100 : 1;
        };
    TimedRun b =
        () -> {
          order.add("b");
          return order.size() < 3 ? 100 : 2;
        };
    List<Timing> timings = new Rounds(2, 0, 2).of(List.of(a, b), SILENT);
    assertEquals(List.of("a", "b", "a", "b", "a", "b"), order);
    assertEquals(List.of(new Timing(2, 1, 1), new Timing(2, 2, 2)), timings);
  }

  @Test
  void shortRunsAreRepeatedUntilTheTimeOrTheRoundsAreUp() throws Exception {
    assertEquals(4, new Rounds(2, 1, 9).of(List.of(() -> 0.25), SILENT).get(0).runs());
    assertEquals(9, new Rounds(2, 1, 9).of(List.of(() -> 0.01), SILENT).get(0).runs());
    assertThrows(IllegalArgumentException.class, () -> new Rounds(3, 1, 2));
  }

  @Test
  void cancellingStops() {
    TaskListener cancelling =
        new TaskListener() {
          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThrows(
        CancelledException.class, () -> new Rounds(1, 0, 1).of(List.of(() -> 1), cancelling));
  }
}
