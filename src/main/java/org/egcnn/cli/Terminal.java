/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

/** What is known of the terminal. */
final class Terminal {
  /** Set by the start script, which can ask the shell: Java cannot tell for one stream alone. */
  static final String PROPERTY = "egcnn.terminal";

  private Terminal() {}

  /** Whether standard error is a terminal on which a line can be drawn again. */
  static boolean isStandardError() {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    String told = System.getProperty(PROPERTY);
    return told == null ? System.console() != null : Boolean.parseBoolean(told);
  }
}
