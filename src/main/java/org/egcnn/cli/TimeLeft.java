/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * Estimates how long a task still takes from how long it took so far. A task that starts to count
 * anew, such as training after checking, is a new one.
 */
final class TimeLeft {
  /** Before, the first steps' slowness would mislead. */
  private static final double LEAST_SECONDS = 2;

  private long total = -1;
  private long firstDone;
  private long firstNanos;
  private long lastDone;

  /**
   * Takes a report of progress.
   *
   * @param done units finished
   * @param all units of the task, or 0 if unknown
   * @param nanos now
   * @return the seconds left, or empty if nothing can be said yet
   */
  OptionalLong after(long done, long all, long nanos) {
    if (all != total || done < lastDone) {
      total = all;
      firstDone = done;
      firstNanos = nanos;
    }
    lastDone = done;
    double seconds = (nanos - firstNanos) / 1e9;
    if (all <= 0 || done <= firstDone || seconds < LEAST_SECONDS) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Math.round(seconds * (all - done) / (done - firstDone)));
  }

  /** A duration such as {@code 45 s}, {@code 3 min 05 s}, {@code 2 h 10 min}. */
  static String text(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
  }
}
