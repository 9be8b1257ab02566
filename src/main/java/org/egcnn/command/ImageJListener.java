/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.IJ;
import java.util.function.BooleanSupplier;
import org.egcnn.task.TaskListener;

/**
 * Shows a task in ImageJ: progress in the status line and its bar, messages in the log. The Escape
 * key cancels.
 */
class ImageJListener implements TaskListener {
  private static final long INTERVAL = 50_000_000;

  private final BooleanSupplier cancelled;
  private long shown;
  private String said = "";

  /**
   * A listener for a task that begins now.
   *
   * @param cancelled whether somebody other than the Escape key cancels
   */
  ImageJListener(BooleanSupplier cancelled) {
    this.cancelled = cancelled;
    IJ.resetEscape();
  }

  @Override
  public synchronized void progress(long done, long total, String what) {
    long now = System.nanoTime();
    // Drawing each of many small steps would take longer than the steps.
    if (what.equals(said) && done < total && now - shown < INTERVAL) {
      return;
    }
    shown = now;
    said = what;
    IJ.showStatus(total > 0 ? what + " (" + 100 * done / total + " %)" : what);
    if (total > 0) {
      IJ.showProgress((double) done / total);
    }
  }

  @Override
  public void info(String message) {
    IJ.log(message);
  }

  @Override
  public void warn(String message) {
    IJ.log("Warning: " + message);
  }

  @Override
  public boolean isCancelled() {
    return IJ.escapePressed() || cancelled.getAsBoolean();
  }
}
