/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import org.egcnn.model.Size;

/**
 * What segments batches: a network, or several. Any batch count and any crop size whose sides are
 * multiples of {@link org.egcnn.model.Architecture#step()} are taken; a new size costs the time to
 * build its graph.
 *
 * <p>Not safe for use by several threads at once, but {@link #allocate} may be called from any.
 * Methods throw {@link EngineException}, and {@link EngineMemoryException} when memory ran out.
 */
public interface Predictor extends AutoCloseable {

  /** Allocates a batch for the network's channels. The caller closes it. */
  Batch allocate(int count, Size size);

  /** Predicts a batch. The caller closes the result. */
  Prediction predict(Batch batch);

  /**
   * Predicts a batch, and gives the attention maps of the gates too. The caller closes the result.
   *
   * @throws IllegalStateException if there are no gates, or those of several networks
   */
  Prediction predictWithGates(Batch batch);

  @Override
  void close();
}
