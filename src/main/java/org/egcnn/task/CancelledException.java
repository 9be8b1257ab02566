/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

/** The user asked the task to stop before its result was complete. */
public class CancelledException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with its standard message. */
  public CancelledException() {
    super("cancelled");
  }
}
