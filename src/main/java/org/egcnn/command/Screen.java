/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;

/** Where results are shown, if there is one. */
final class Screen {
  private Screen() {}

  /**
   * Shows an image; without a screen a macro finds it among its images in batch mode, and else only
   * whoever ran the command through SciJava gets it.
   */
  static void show(ImagePlus image) {
    if (exists() || IJ.isMacro()) {
      image.show();
    }
  }

  /** Whether somebody may be looking: there is a screen, and no macro works in batch mode. */
  static boolean isWatched() {
    return exists() && !Interpreter.isBatchMode();
  }

  /** Whether there is a screen. */
  static boolean exists() {
    return !GraphicsEnvironment.isHeadless();
  }
}
