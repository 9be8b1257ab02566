/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import org.egcnn.task.TaskListener;
import org.scijava.Cancelable;

/**
 * Follows a command's task in ImageJ, and stops it also when the command is cancelled through
 * SciJava, or the process is to end.
 *
 * @param progress shows the task
 * @param command the command
 * @param end tells whether the process is to end
 */
record CommandListener(TaskListener progress, Cancelable command, OrderlyEnd end)
    implements TaskListener {

  @Override
  public void progress(long done, long total, String what) {
    progress.progress(done, total, what);
  }

  @Override
  public void info(String message) {
    progress.info(message);
  }

  @Override
  public void warn(String message) {
    progress.warn(message);
  }

  @Override
  public boolean isCancelled() {
    return progress.isCancelled() || command.isCanceled() || end.isRequested();
  }
}
