/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** Progress as one line at the bottom of a terminal, drawn again and again. */
final class LiveProgress implements ProgressDisplay {
  private static final long INTERVAL_NANOS = 200_000_000;

  /** Longer lines would wrap in a usual terminal and could not be drawn over. */
  private static final int WIDTH = 79;

  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter err;
  private final LongSupplier clock;
  private final ProgressText text = new ProgressText();
  private String drawn = "";
  private boolean complete;
  private long last;

  /**
   * A display.
   *
   * @param err the terminal
   * @param clock nanoseconds
   */
  LiveProgress(PrintWriter err, LongSupplier clock) {
    this.err = err;
    this.clock = clock;
    this.last = clock.getAsLong() - INTERVAL_NANOS;
  }

  @Override
  public synchronized void progress(long done, long total, String what) {
    long now = clock.getAsLong();
    String line = text.of(done, total, what, now);
    complete = done == total;
    if (now - last >= INTERVAL_NANOS || complete) {
      last = now;
      draw(line.length() <= WIDTH ? line : line.substring(0, WIDTH));
    }
  }

  @Override
  public synchronized void line(String line) {
    String under = complete ? "" : drawn;
    draw("");
    err.println(line);
    draw(under);
  }

  @Override
  public synchronized void close() {
    draw("");
  }

  private void draw(String line) {
    if (!line.isEmpty() || !drawn.isEmpty()) {
      err.print(ERASE + line);
      err.flush();
    }
    drawn = line;
  }
}
