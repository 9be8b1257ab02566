/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import ij.IJ;
import java.awt.GraphicsEnvironment;
import org.egcnn.engine.Installation;
import org.egcnn.engine.Installation.Problem;

/**
 * Tells the user once in a session what is wrong with the installation, before a dialog is filled
 * in vain: in a dialog, or in the log where nobody would answer one.
 */
final class FirstRun {
  /** The property in which ImageJ remembers that the user was told. */
  static final String TOLD = "org.egcnn.first-run";

  private final Installation installation;

  /** For an installation. */
  FirstRun(Installation installation) {
    this.installation = installation;
  }

  /** Tells what is wrong with the installation that this program runs in. */
  static void check() {
    new FirstRun(Installation.current()).tell();
  }

  /** Tells what is wrong, at the session's first call. */
  void tell() {
    if (IJ.getProperty(TOLD) != null) {
      return;
    }
    IJ.setProperty(TOLD, true);
    for (Problem problem : installation.problems()) {
      if (problem.fatal() && !GraphicsEnvironment.isHeadless() && !IJ.isMacro()) {
        IJ.showMessage("EG-CNN", problem.message());
      } else {
        IJ.log("EG-CNN: " + problem.message());
      }
    }
  }
}
