/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.nio.FloatBuffer;
import java.util.Optional;
import org.egcnn.engine.Prediction;
import org.tensorflow.Result;

/** A prediction in TensorFlow's own memory: the probabilities, then perhaps the edges. */
final class TensorPrediction implements Prediction {
  private final Result tensors;

  TensorPrediction(Result tensors) {
    this.tensors = tensors;
  }

  @Override
  public FloatBuffer probabilities() {
    return TensorMemory.bytes(tensors.get(0)).asFloatBuffer();
  }

  @Override
  public Optional<FloatBuffer> edges() {
    return fetched(1);
  }

  @Override
  public Optional<FloatBuffer> gates() {
    return fetched(2);
  }

  private Optional<FloatBuffer> fetched(int place) {
    return tensors.size() > place
        ? Optional.of(TensorMemory.bytes(tensors.get(place)).asFloatBuffer())
        : Optional.empty();
  }

  @Override
  public void close() {
    tensors.close();
  }
}
