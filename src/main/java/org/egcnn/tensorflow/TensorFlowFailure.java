/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.function.Supplier;
import org.egcnn.engine.EngineException;
import org.egcnn.engine.EngineMemoryException;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;

/** Translates TensorFlow's exceptions, which have no common ancestor, into the engine's. */
final class TensorFlowFailure {
  private TensorFlowFailure() {}

  /**
   * Does something in TensorFlow.
   *
   * @throws EngineMemoryException if memory runs out
   * @throws EngineException if it fails otherwise
   */
  static <T> T translated(Supplier<T> action) {
    try {
      return action.get();
    } catch (TFResourceExhaustedException | OutOfMemoryError e) {
      throw new EngineMemoryException("there is not enough memory for this crop", e);
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      throw new EngineException("TensorFlow failed: " + e.getMessage(), e);
    }
  }
}
