/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.egcnn.train.EpochRecord;
import org.egcnn.train.TrainingStart;

/**
 * Estimates how long a training still takes: what is left of steps and validations at the speed of
 * the latest ones. Not safe for use by several threads.
 */
final class RemainingTime {
  /** The part of the newest step in the running mean of their durations. */
  private static final double NEWEST_SHARE = 0.05;

  private final TrainingStart start;
  private long stepsSeen;
  private double stepSeconds;
  private double validationSeconds;

  /** The time of a training that begins; durations of the epochs before a resumption count. */
  RemainingTime(TrainingStart start) {
    this.start = start;
    List<EpochRecord> before = start.history().epochs();
    if (!before.isEmpty()) {
      stepSeconds = before.get(before.size() - 1).seconds() / start.steps();
    }
    before.forEach(this::epoch);
  }

  /** A step took so long. */
  void step(double seconds) {
    stepsSeen++;
    // the first step builds the graph, and says nothing of the others
    stepSeconds = stepsSeen <= 2 ? seconds : stepSeconds + NEWEST_SHARE * (seconds - stepSeconds);
  }

  /** An epoch is finished; its validation's duration counts. */
  void epoch(EpochRecord epoch) {
    epoch.validation().ifPresent(scores -> validationSeconds = scores.seconds());
  }

  /** Seconds of an epoch without its validation, or empty before the first step. */
  OptionalDouble secondsPerEpoch() {
    return stepSeconds > 0
        ? OptionalDouble.of(stepSeconds * start.steps())
        : OptionalDouble.empty();
  }

  /**
   * Seconds until the end, or empty before the first step. A validation counts once it is known how
   * long one takes.
   *
   * @param epochs finished epochs
   * @param step finished steps of the next
   */
  OptionalDouble left(int epochs, int step) {
    if (stepSeconds == 0) {
      return OptionalDouble.empty();
    }
    int all = start.settings().epochs();
    long steps = (long) (all - epochs) * start.steps() - step;
    int validations = 0;
    for (int epoch = epochs + 1; epoch <= all; epoch++) {
      validations += start.validatesAfter(epoch) ? 1 : 0;
    }
    return OptionalDouble.of(steps * stepSeconds + validations * validationSeconds);
  }

  /** A duration in words, such as {@code 1 h 05 min}; two units at most. */
  static String text(double seconds) {
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long s = Math.round(seconds);
    if (s < 60) {
      return s + " s";
    }
    if (s < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", s / 60, s % 60);
    }
    long minutes = Math.round(seconds / 60);
    if (minutes < 24 * 60) {
      return String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }
    long hours = Math.round(seconds / 3600);
    return String.format(Locale.ROOT, "%d d %d h", hours / 24, hours % 24);
  }
}
