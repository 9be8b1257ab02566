/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

/**
 * Follows a long task: the one channel through which training, segmenting and evaluating report
 * progress, log and learn that they should stop. A menu, a macro, a terminal and a test each bring
 * their own. Methods may be called from any thread and must return quickly.
 */
public interface TaskListener {

  /** Ignores everything and never cancels. */
  TaskListener SILENT = new TaskListener() {};

  /**
   * Reports progress.
   *
   * @param done the units finished, {@code 0 <= done <= total}
   * @param total the units of the whole task, or 0 where that is unknown
   * @param what what is being done now, in a few words
   */
  default void progress(long done, long total, String what) {}

  /** Tells the user something worth reading once. */
  default void info(String message) {}

  /** Tells the user of something odd that does not stop the task. */
  default void warn(String message) {}

  /** Whether the user wants the task to stop; asked often. */
  default boolean isCancelled() {
    return false;
  }

  /**
   * Throws if the user wants the task to stop.
   *
   * @throws CancelledException if so
   */
  default void checkCancelled() throws CancelledException {
    if (isCancelled()) {
      throw new CancelledException();
    }
  }
}
