/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.util.Map;
import org.egcnn.model.Size;
import org.egcnn.model.WeightTensor;

/**
 * A network that lives in the engine's memory: predicts, and learns if it was created with a loss.
 * Any batch count and any crop size whose sides are multiples of {@link
 * org.egcnn.model.Architecture#step()} are taken; a new size costs the time to build its graph.
 *
 * <p>Not safe for use by several threads at once, but {@link #allocate} may be called from any.
 * Methods throw {@link EngineException}, and {@link EngineMemoryException} when memory ran out.
 */
public interface Network extends AutoCloseable {

  /** Sets every weight to its random start and clears the optimiser. Each layer draws its own. */
  void initialise(long seed);

  /** Allocates a batch for this network's channels. The caller closes it. */
  Batch allocate(int count, Size size);

  /** Takes one optimiser step on a batch. */
  StepLosses step(Batch batch, StepSettings settings);

  /** Predicts a batch. The caller closes the result. */
  Prediction predict(Batch batch);

  /** The weights by name, in a fixed order. */
  Map<String, WeightTensor> weights();

  /** The weights and the optimiser's state: all that is needed to go on training. */
  Map<String, WeightTensor> state();

  /**
   * Restores what {@link #weights()} or {@link #state()} gave. Missing optimiser state is cleared.
   *
   * @throws IllegalArgumentException if a weight is missing, unknown or of another shape
   */
  void restore(Map<String, WeightTensor> state);

  /** Over how many devices a step spreads the crops of its batch. */
  default int devices() {
    return 1;
  }

  /** The number of trainable weights. */
  long parameters();

  /**
   * Bytes that a step or prediction of this size is expected to need at its peak, by a formula that
   * errs on the high side.
   */
  long estimateBytes(int count, Size size, boolean training);

  @Override
  void close();
}
