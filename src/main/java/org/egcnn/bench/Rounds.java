/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/**
 * Lets several things take turns, so that a slow minute of the machine falls on all of them.
 *
 * @param least rounds at least
 * @param seconds rounds are added until all of them together took as long as this
 * @param most rounds at most
 */
public record Rounds(int least, double seconds, int most) {

  /** Checks the ranges. */
  public Rounds {
    if (least < 1 || most < least || !(seconds >= 0)) {
      throw new IllegalArgumentException("the rounds must be at least 1");
    }
  }

  /**
   * Runs each once to warm up, then once in each round.
   *
   * @param runs what takes turns
   * @return a timing for each, in their order
   * @throws CancelledException if the listener cancels, which is looked at before each run
   */
  public List<Timing> of(List<TimedRun> runs, TaskListener listener)
      throws IOException, CancelledException {
    List<List<Double>> seconds = new ArrayList<>();
    for (TimedRun run : runs) {
      listener.checkCancelled();
      run.seconds();
      seconds.add(new ArrayList<>());
    }
    double total = 0;
    for (int round = 0; round < least || (round < most && total < this.seconds); round++) {
      for (int i = 0; i < runs.size(); i++) {
        listener.checkCancelled();
        double once = runs.get(i).seconds();
        seconds.get(i).add(once);
        total += once;
      }
    }
    return seconds.stream()
        .map(s -> Timing.of(s.stream().mapToDouble(Double::doubleValue).toArray()))
        .toList();
  }

  /** Times work within this process. */
  Timing of(TimedRun.Work work, TaskListener listener) throws IOException, CancelledException {
    return of(List.of(TimedRun.of(work)), listener).get(0);
  }
}
