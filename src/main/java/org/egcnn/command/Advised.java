/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.io.IOException;
import java.util.Optional;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

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

  /**
   * What a longer look gives instead of {@link #advancedAdvice}. Runs in a thread of its own while
   * the dialog is open, which does not wait for it.
   *
   * @param listener told how far the look has come; asked whether the dialog was closed
   * @return empty if there is nothing more to find
   * @throws IOException if what was chosen cannot be used; its message is shown
   * @throws CancelledException if the listener cancels
   */
  default Optional<Advice> thoroughAdvice(TaskListener listener)
      throws IOException, CancelledException {
    return Optional.empty();
  }
}
