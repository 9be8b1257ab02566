/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import org.egcnn.task.CancelledException;

/** Something that can be run and timed again and again. */
@FunctionalInterface
public interface TimedRun {

  /** Runs it once and gives the seconds that it took. */
  double seconds() throws IOException, CancelledException;

  /** Work whose time does not count itself. */
  @FunctionalInterface
  interface Work {
    /** Does it once. */
    void run() throws IOException, CancelledException;
  }

  /** Work within this process. */
  static TimedRun of(Work work) {
    return () -> {
      long start = System.nanoTime();
      work.run();
      return (System.nanoTime() - start) / 1e9;
    };
  }

  /**
   * A process that answers a request by its seconds.
   *
   * @param child the process
   * @param request what to ask
   */
  static TimedRun of(Child child, String request) {
    return () -> Double.parseDouble(child.ask(request));
  }
}
