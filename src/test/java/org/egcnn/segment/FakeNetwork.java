/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineMemoryException;
import org.egcnn.engine.HeapBatch;
import org.egcnn.engine.Network;
import org.egcnn.engine.PartGradient;
import org.egcnn.engine.Prediction;
import org.egcnn.engine.StepLosses;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.Size;
import org.egcnn.model.WeightTensor;

/** A network whose prediction is a known function of the voxel's intensities. */
final class FakeNetwork implements Network {

  /** Says what is predicted for a voxel. */
  interface Rule {
    /**
     * Predicts one voxel.
     *
     * @param x its place along the window's x axis
     * @param channels its intensities
     */
    float[] values(int x, float[] channels);
  }

  /** The windows that were predicted. */
  final List<Size> windows = new ArrayList<>();

  /** Largest window x batch, in voxels, for which memory is said to suffice. */
  long memoryVoxels = Long.MAX_VALUE;

  /** The attention of the one gate. */
  static final Rule ATTENTION = (x, channels) -> new float[] {channels[0] == 0 ? 0.25f : 0.5f};

  private final int inputs;
  private final Rule probabilities;
  private final Optional<Rule> edges;

  FakeNetwork(int inputs, Rule probabilities) {
    this(inputs, probabilities, Optional.empty());
  }

  FakeNetwork(int inputs, Rule probabilities, Optional<Rule> edges) {
    this.inputs = inputs;
    this.probabilities = probabilities;
    this.edges = edges;
  }

  @Override
  public Batch allocate(int count, Size size) {
    if (count * size.voxels() > memoryVoxels) {
      throw new EngineMemoryException("too little memory", null);
    }
    return HeapBatch.allocate(count, size, inputs, () -> {});
  }

  @Override
  public Prediction predict(Batch batch) {
    for (int n = 0; n < batch.count(); n++) {
      windows.add(batch.size());
    }
    FloatBuffer classes = apply(batch, probabilities);
    Optional<FloatBuffer> edgeValues = edges.map(rule -> apply(batch, rule));
    return new Prediction() {
      @Override
      public FloatBuffer probabilities() {
        return classes;
      }

      @Override
      public Optional<FloatBuffer> edges() {
        return edgeValues;
      }

      @Override
      public void close() {}
    };
  }

  /** The same with one gate, which lets through what {@link #ATTENTION} says. */
  @Override
  public Prediction predictWithGates(Batch batch) {
    Prediction plain = predict(batch);
    FloatBuffer attention = apply(batch, ATTENTION);
    return new Prediction() {
      @Override
      public FloatBuffer probabilities() {
        return plain.probabilities();
      }

      @Override
      public Optional<FloatBuffer> edges() {
        return plain.edges();
      }

      @Override
      public Optional<FloatBuffer> gates() {
        return Optional.of(attention);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public List<PartGradient> gradients(Batch batch, StepSettings settings) {
    throw new UnsupportedOperationException();
  }

  private FloatBuffer apply(Batch batch, Rule rule) {
    int voxels = (int) (batch.count() * batch.size().voxels());
    int outputs = rule.values(0, new float[inputs]).length;
    FloatBuffer result = FloatBuffer.allocate(voxels * outputs);
    float[] channels = new float[inputs];
    for (int i = 0; i < voxels; i++) {
      batch.images().get(i * inputs, channels);
      result.put(i * outputs, rule.values(i % batch.size().width(), channels));
    }
    return result;
  }

  @Override
  public void initialise(long seed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public StepLosses step(Batch batch, StepSettings settings) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, WeightTensor> weights() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, WeightTensor> state() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void restore(Map<String, WeightTensor> state) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long parameters() {
    return 0;
  }

  @Override
  public long estimateBytes(int count, Size size, boolean training) {
    return count * size.voxels();
  }

  @Override
  public void close() {}
}
