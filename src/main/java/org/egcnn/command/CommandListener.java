/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import org.egcnn.task.ForwardingListener;
import org.egcnn.task.TaskListener;
import org.scijava.Cancelable;

/**
 * Follows a command's task in ImageJ, and stops it also when the command is cancelled through
 * SciJava, or the process is to end.
 *
 * @param target shows the task
 * @param command the command
 * @param end tells whether the process is to end
 */
record CommandListener(TaskListener target, Cancelable command, OrderlyEnd end)
    implements ForwardingListener {

  @Override
  public boolean isCancelled() {
    return target.isCancelled() || command.isCanceled() || end.isRequested();
  }
}
