/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;

/**
 * What surrounds one run of the command line.
 *
 * @param out where results go
 * @param err where progress and messages go
 * @param cancelled whether the user wants the running task to stop
 * @param live whether progress is one line that is drawn again and again
 */
record Session(PrintWriter out, PrintWriter err, BooleanSupplier cancelled, boolean live) {

  /** The same with a further reason to stop. */
  Session alsoCancelledBy(BooleanSupplier reason) {
    return new Session(out, err, () -> cancelled.getAsBoolean() || reason.getAsBoolean(), live);
  }

  /** A listener that shows a task on {@link #err}. */
  ConsoleListener listener() {
    ProgressDisplay display =
        live ? new LiveProgress(err, System::nanoTime) : new PlainProgress(err, System::nanoTime);
    return new ConsoleListener(display, cancelled, System::nanoTime);
  }
}
