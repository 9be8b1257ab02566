/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

/** Shows how far a task is, between lines of text. Safe for use by several threads. */
interface ProgressDisplay {

  /**
   * Shows progress.
   *
   * @param done the units finished
   * @param total the units of the task, or 0 if unknown
   * @param what what is being done
   */
  void progress(long done, long total, String what);

  /** Prints a line of its own. */
  void line(String text);

  /** Removes what is not to stay on the screen. */
  void close();
}
