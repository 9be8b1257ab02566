/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import org.egcnn.task.TaskListener;

/**
 * Tells of one case's windows as a part of all cases.
 *
 * @param all hears of all cases
 * @param index which case this is, from 0
 * @param count how many there are
 * @param name the case's name, put before its messages
 */
record CaseProgress(TaskListener all, int index, int count, String name) implements TaskListener {
  private static final long UNITS = 1000;

  @Override
  public void progress(long done, long total, String what) {
    all.progress(
        index * UNITS + (total == 0 ? 0 : done * UNITS / total),
        count * UNITS,
        String.format("case %d of %d, %s: %d of %d %s", index + 1, count, name, done, total, what));
  }

  @Override
  public void info(String message) {
    all.info(name + ": " + message);
  }

  @Override
  public void warn(String message) {
    all.warn(name + ": " + message);
  }

  @Override
  public boolean isCancelled() {
    return all.isCancelled();
  }
}
