/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import org.egcnn.task.ForwardingListener;
import org.egcnn.task.TaskListener;

/**
 * Passes on everything but progress: a part of a long task has its own count of what is done, which
 * would make the whole task's progress bar jump.
 *
 * @param target the whole task's listener
 */
record StoppingListener(TaskListener target) implements ForwardingListener {
  @Override
  public void progress(long done, long total, String what) {
    // a part's own
  }
}
