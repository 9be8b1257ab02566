/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.util.List;
import java.util.Map;
import org.egcnn.engine.Batch;
import org.egcnn.engine.Network;
import org.egcnn.engine.PartGradient;
import org.egcnn.engine.Prediction;
import org.egcnn.engine.StepLosses;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.Size;
import org.egcnn.model.WeightTensor;

/** Does what another network does; a test changes one thing of it. */
class DelegatingNetwork implements Network {
  private final Network other;

  DelegatingNetwork(Network other) {
    this.other = other;
  }

  @Override
  public void initialise(long seed) {
    other.initialise(seed);
  }

  @Override
  public Batch allocate(int count, Size size) {
    return other.allocate(count, size);
  }

  @Override
  public StepLosses step(Batch batch, StepSettings settings) {
    return other.step(batch, settings);
  }

  @Override
  public Prediction predict(Batch batch) {
    return other.predict(batch);
  }

  @Override
  public Prediction predictWithGates(Batch batch) {
    return other.predictWithGates(batch);
  }

  @Override
  public List<PartGradient> gradients(Batch batch, StepSettings settings) {
    return other.gradients(batch, settings);
  }

  @Override
  public Map<String, WeightTensor> weights() {
    return other.weights();
  }

  @Override
  public Map<String, WeightTensor> state() {
    return other.state();
  }

  @Override
  public void restore(Map<String, WeightTensor> state) {
    other.restore(state);
  }

  @Override
  public long parameters() {
    return other.parameters();
  }

  @Override
  public long estimateBytes(int count, Size size, boolean training) {
    return other.estimateBytes(count, size, training);
  }

  @Override
  public void close() {
    other.close();
  }
}
