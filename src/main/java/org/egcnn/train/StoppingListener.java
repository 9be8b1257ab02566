/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import org.egcnn.task.TaskListener;

/**
 * Passes on everything but progress: a part of a long task has its own count of what is done, which
 * would make the whole task's progress bar jump.
 *
 * @param whole the whole task's listener
 */
record StoppingListener(TaskListener whole) implements TaskListener {
  @Override
  public void info(String message) {
    whole.info(message);
  }

  @Override
  public void warn(String message) {
    whole.warn(message);
  }

  @Override
  public boolean isCancelled() {
    return whole.isCancelled();
  }
}
