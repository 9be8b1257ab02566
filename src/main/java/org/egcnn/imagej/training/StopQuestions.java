/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

/** Asks the user about stopping a training. Called in Swing's thread. */
interface StopQuestions {

  /** What the user wants. */
  enum Answer {
    /** Stop and keep what was learnt. */
    KEEP,
    /** Stop and leave nothing behind. */
    DISCARD,
    /** Go on, without the window. */
    HIDE,
    /** Go on as before. */
    GO_ON
  }

  /**
   * The user pressed the button that cancels.
   *
   * @param running whether steps were taken, so that there is something to keep
   */
  Answer onCancel(boolean running);

  /**
   * The user closes the window.
   *
   * @param running whether steps were taken, so that there is something to keep
   */
  Answer onClose(boolean running);
}
