/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import java.util.function.LongSupplier;
import javax.swing.SwingUtilities;

/**
 * Runs an action soon after it was asked for, but not more often than every so many milliseconds,
 * however often it is asked for. Asking never waits.
 */
final class Coalescer {

  /** Runs tasks later, in a thread of its own. */
  interface Timer {

    /** Runs a task once. */
    void after(int milliseconds, Runnable task);
  }

  private final int interval;
  private final LongSupplier milliseconds;
  private final Timer timer;
  private final Runnable action;
  private boolean waiting;
  private long last;

  /**
   * A coalescer.
   *
   * @param interval least milliseconds from one run of the action to the next
   * @param milliseconds a clock
   * @param timer runs the action
   */
  Coalescer(int interval, LongSupplier milliseconds, Timer timer, Runnable action) {
    this.interval = interval;
    this.milliseconds = milliseconds;
    this.timer = timer;
    this.action = action;
    this.last = milliseconds.getAsLong() - interval;
  }

  /** One that runs the action in Swing's thread. */
  static Coalescer swing(int interval, Runnable action) {
    return new Coalescer(
        interval, () -> System.nanoTime() / 1_000_000, Coalescer::inSwingThread, action);
  }

  private static void inSwingThread(int delay, Runnable task) {
    if (delay == 0) {
      SwingUtilities.invokeLater(task);
      return;
    }
    javax.swing.Timer timer = new javax.swing.Timer(delay, event -> task.run());
    timer.setRepeats(false);
    timer.start();
  }

  /** Asks for the action. May be called by any thread. */
  synchronized void request() {
    if (!waiting) {
      waiting = true;
      long passed = milliseconds.getAsLong() - last;
      timer.after((int) Math.max(0, interval - passed), this::run);
    }
  }

  private void run() {
    synchronized (this) {
      waiting = false;
      last = milliseconds.getAsLong();
    }
    action.run();
  }
}
