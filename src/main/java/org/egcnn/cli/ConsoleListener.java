/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.egcnn.engine.StepLosses;
import org.egcnn.train.EpochRecord;
import org.egcnn.train.TrainingListener;
import org.egcnn.train.TrainingStart;
import org.egcnn.train.ValidationScores;

/** Shows a task on a terminal or in a log. */
final class ConsoleListener implements TrainingListener, AutoCloseable {
  /** Epochs without validation that end sooner after the last line are left to history.csv. */
  private static final long INTERVAL_NANOS = 10_000_000_000L;

  private final ProgressDisplay display;
  private final BooleanSupplier cancelled;
  private final LongSupplier clock;
  private long lastEpoch;
  private List<String> classes = List.of();
  private boolean best;

  /**
   * A listener.
   *
   * @param display where it is shown
   * @param cancelled whether the user wants the task to stop
   * @param clock nanoseconds
   */
  ConsoleListener(ProgressDisplay display, BooleanSupplier cancelled, LongSupplier clock) {
    this.display = display;
    this.cancelled = cancelled;
    this.clock = clock;
    this.lastEpoch = clock.getAsLong() - INTERVAL_NANOS;
  }

  @Override
  public void progress(long done, long total, String what) {
    display.progress(done, total, what);
  }

  @Override
  public void info(String message) {
    display.line(message);
  }

  @Override
  public void warn(String message) {
    display.line("Warning: " + message);
  }

  @Override
  public boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  @Override
  public void onStart(TrainingStart start) {
    classes = start.card().labels().names();
  }

  @Override
  public void onValidation(int epoch, ValidationScores scores, boolean isBest) {
    best = isBest;
  }

  @Override
  public void onEpoch(EpochRecord epoch) {
    long now = clock.getAsLong();
    if (epoch.validation().isPresent() || now - lastEpoch >= INTERVAL_NANOS) {
      lastEpoch = now;
      display.line(text(epoch));
    }
  }

  private String text(EpochRecord epoch) {
    StepLosses losses = epoch.losses();
    List<String> parts = new ArrayList<>();
    parts.add(format("Epoch %d: %.1f s", epoch.epoch(), epoch.seconds()));
    parts.add(
        losses.edge() == 0 && losses.consistency() == 0
            ? format("loss %.4f", losses.total())
            : format(
                "loss %.4f (semantic %.4f, edge %.4f, consistency %.4f)",
                losses.total(), losses.semantic(), losses.edge(), losses.consistency()));
    epoch.validation().ifPresent(scores -> parts.add(dice(scores)));
    return String.join(", ", parts);
  }

  private String dice(ValidationScores scores) {
    List<String> each = new ArrayList<>();
    for (int k = 0; k < scores.dice().size(); k++) {
      each.add(format("%s %.4f", classes.get(k), scores.dice().get(k)));
    }
    return format(
        "validation Dice %.4f (%s)%s",
        scores.mean(), String.join(", ", each), best ? ", the best" : "");
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  @Override
  public void close() {
    display.close();
  }
}
