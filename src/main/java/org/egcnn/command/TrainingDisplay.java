/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import org.egcnn.train.TrainingListener;
import org.egcnn.train.TrainingResult;

/**
 * Shows a training while it runs and lets the user stop it. The training's own thread calls the
 * listener's methods; an implementation hands them on to the thread that draws. {@link
 * #isCancelled()} becomes true when the user stops the training, whether what was learnt so far is
 * kept or not.
 */
public interface TrainingDisplay extends TrainingListener, AutoCloseable {

  /**
   * Whether the user, when stopping the training, asked that nothing of it be kept. Looked at once
   * the training has stopped; a model folder that was there before the training is kept all the
   * same.
   */
  boolean isDiscarded();

  /** The training has ended by itself or was stopped; what is shown stays until the user closes. */
  void finished(TrainingResult result);

  /**
   * The training ended without a result: it was stopped before its first step, or failed.
   *
   * @param message why, in one line
   */
  void failed(String message);

  /** Takes the display away; does nothing where it is gone already. May be called by any thread. */
  @Override
  void close();
}
