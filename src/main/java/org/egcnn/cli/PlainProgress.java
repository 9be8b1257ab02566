/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** Progress as a line now and then, for log files. */
final class PlainProgress implements ProgressDisplay {
  private static final long INTERVAL_NANOS = 15_000_000_000L;

  private final PrintWriter err;
  private final LongSupplier clock;
  private final ProgressText text = new ProgressText();
  private long last;

  /**
   * A display.
   *
   * @param err where lines go
   * @param clock nanoseconds
   */
  PlainProgress(PrintWriter err, LongSupplier clock) {
    this.err = err;
    this.clock = clock;
    this.last = clock.getAsLong();
  }

  @Override
  public synchronized void progress(long done, long total, String what) {
    long now = clock.getAsLong();
    String line = text.of(done, total, what, now);
    if (now - last >= INTERVAL_NANOS) {
      last = now;
      err.println(line);
      err.flush();
    }
  }

  @Override
  public synchronized void line(String line) {
    err.println(line);
    err.flush();
  }

  @Override
  public void close() {
    // lines stay
  }
}
