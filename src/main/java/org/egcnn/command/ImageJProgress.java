/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.IJ;
import java.util.function.LongSupplier;
import org.egcnn.task.TaskListener;

/**
 * Follows a task in ImageJ's progress bar, status line and log window. The escape key, pressed in
 * one of ImageJ's windows after this was made, asks the task to stop. Works headless too, where the
 * log goes to the standard output.
 */
public final class ImageJProgress implements TaskListener {
  private static final long LEAST_NANOS = 200_000_000;

  private final LongSupplier nanoTime;
  private volatile boolean cancelled;
  private String shown = "";
  private long last;

  /** Follows a task that is about to begin; an escape key pressed earlier is forgotten. */
  public ImageJProgress() {
    this(System::nanoTime);
  }

  /**
   * As above.
   *
   * @param nanoTime a clock as {@link System#nanoTime}
   */
  ImageJProgress(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong() - LEAST_NANOS;
    IJ.resetEscape();
  }

  /** Shows at most five times a second, but always the end. */
  @Override
  public void progress(long done, long total, String what) {
    if (isDue(total > 0 && done >= total, what)) {
      IJ.showStatus(what);
      if (total > 0) {
        // 1 takes the bar away
        IJ.showProgress((double) done / total);
      }
    }
  }

  private synchronized boolean isDue(boolean end, String what) {
    long now = nanoTime.getAsLong();
    if (!end && now - last < LEAST_NANOS && what.equals(shown)) {
      return false;
    }
    last = now;
    shown = what;
    return true;
  }

  @Override
  public void info(String message) {
    IJ.log(message);
  }

  @Override
  public void warn(String message) {
    IJ.log("Warning: " + message);
  }

  /** ImageJ forgets the key when it opens another stack. */
  @Override
  public boolean isCancelled() {
    cancelled |= IJ.escapePressed();
    return cancelled;
  }
}
