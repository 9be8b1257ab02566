/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

/** A command whose dialogs depend on what is open or on what was entered before. */
public interface Advised {
  /** Knows nothing. */
  Advised NOBODY = new Advised() {};

  /** For the first dialog; nothing has been entered yet. */
  default Advice firstAdvice() {
    return Advice.NONE;
  }

  /**
   * For the dialog with the advanced inputs; the inputs of the first are set. May take a few
   * seconds, and is not called by the thread that draws.
   */
  default Advice advancedAdvice() {
    return Advice.NONE;
  }
}
