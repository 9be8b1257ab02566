/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.egcnn.command.Advice;
import org.egcnn.command.Advised;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/**
 * What a dialog tells while a command takes a longer look at what was chosen: first the quick
 * advice, under it how far the look has come, at last what it found, or why it failed.
 */
final class LaterAdvice implements AutoCloseable {
  private static final int MOST_LINES = 8;
  private static final int LONGEST_LINE = 120;

  private final Advised advised;
  private final Executor drawing;
  private Advice advice;
  private Consumer<Advice> dialog = shown -> {};
  private volatile boolean closed;

  /**
   * Begins with the quick advice; nothing is looked at yet.
   *
   * @param drawing runs what changes a dialog
   */
  LaterAdvice(Advised advised, Executor drawing) {
    this.advised = advised;
    this.drawing = drawing;
    this.advice = advised.advancedAdvice();
  }

  /** Begins to look, in a thread of its own. */
  void start() {
    Thread look = new Thread(this::look, "EG-CNN looks at the data");
    look.setDaemon(true);
    look.start();
  }

  /** What is known by now. */
  synchronized Advice advice() {
    return advice;
  }

  /** Tells a dialog what is known by now and everything new, and no other dialog any more. */
  synchronized void tell(Consumer<Advice> listener) {
    dialog = listener;
    Advice known = advice;
    drawing.execute(() -> listener.accept(known));
  }

  /** Ends the look, which nobody waits for. */
  @Override
  public void close() {
    closed = true;
  }

  private void look() {
    Advice quick = advice();
    try {
      Optional<Advice> thorough = advised.thoroughAdvice(new Progress(quick));
      show(thorough.orElse(quick));
    } catch (CancelledException e) {
      // The dialog is closed: nobody wants to know any more.
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // Whatever it is, the dialog must not go on saying that cases are being read.
      show(below(quick, e.getMessage() == null ? e.toString() : e.getMessage()));
    }
  }

  private synchronized void show(Advice found) {
    if (!closed && !found.equals(advice)) {
      advice = found;
      Consumer<Advice> listener = dialog;
      drawing.execute(() -> listener.accept(found));
    }
  }

  private static Advice below(Advice quick, String text) {
    if (text.equals(quick.message())) {
      return quick;
    }
    String lines =
        text.lines()
            .limit(MOST_LINES)
            .map(l -> l.length() > LONGEST_LINE ? l.substring(0, LONGEST_LINE) + "..." : l)
            .collect(Collectors.joining("\n"));
    return new Advice(quick.message() + "\n" + lines, quick.choices());
  }

  /** Tells how far the look has come. */
  private final class Progress implements TaskListener {
    private final Advice quick;

    Progress(Advice quick) {
      this.quick = quick;
    }

    @Override
    public void progress(long done, long total, String what) {
      show(below(quick, what + ": " + done + " of " + total + "..."));
    }

    @Override
    public boolean isCancelled() {
      return closed;
    }
  }
}
