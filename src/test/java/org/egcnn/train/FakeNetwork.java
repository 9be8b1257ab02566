/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
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

/**
 * Softmax regression of each voxel's class from its intensities, trained by gradient descent with
 * momentum. Small, but with all that a training relies on: it learns, has optimiser state, uses the
 * step's noise seed, and can be made to fail at a step.
 */
final class FakeNetwork implements Network {
  /** Batches that were allocated and not closed. */
  final AtomicInteger openBatches = new AtomicInteger();

  /** The step, counted from 1, whose loss is not a number; 0 for none. */
  int failsAt;

  /** The step, counted from 1, that runs out of memory; 0 for none. */
  int exhaustedAt;

  private final int channels;
  private final int classes;
  private float[] weights;
  private float[] momentum;
  private int steps;

  /**
   * A network.
   *
   * @param channels image channels
   * @param classes classes with background
   */
  FakeNetwork(int channels, int classes) {
    this.channels = channels;
    this.classes = classes;
  }

  @Override
  public void initialise(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    weights = new float[(channels + 1) * classes];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.1 * random.nextDouble());
    }
    momentum = new float[weights.length];
  }

  @Override
  public Batch allocate(int count, Size size) {
    openBatches.incrementAndGet();
    return HeapBatch.allocate(count, size, channels, openBatches::decrementAndGet);
  }

  @Override
  public StepLosses step(Batch batch, StepSettings settings) {
    steps++;
    if (steps == exhaustedAt) {
      throw new EngineMemoryException("no memory", null);
    }
    int voxels = batch.labels().capacity();
    float[] gradient = new float[weights.length];
    double loss = 0;
    for (int v = 0; v < voxels; v++) {
      double[] p = probabilities(batch, v);
      int label = batch.labels().get(v);
      loss -= Math.log(p[label]) / voxels;
      for (int k = 0; k < classes; k++) {
        float error = (float) (p[k] - (k == label ? 1 : 0)) / voxels;
        for (int c = 0; c < channels; c++) {
          gradient[k * (channels + 1) + c] += error * batch.images().get(v * channels + c);
        }
        gradient[k * (channels + 1) + channels] += error;
      }
    }
    gradient[0] += (float) (1e-3 * new SplittableRandom(settings.noiseSeed()).nextDouble());
    double norm = 0;
    for (int i = 0; i < weights.length; i++) {
      norm += gradient[i] * gradient[i];
      momentum[i] = 0.9f * momentum[i] + gradient[i];
      weights[i] -= (float) settings.learningRate() * momentum[i];
    }
    double total = steps == failsAt ? Double.NaN : loss;
    return new StepLosses(total, loss, 0, 0, Math.sqrt(norm));
  }

  private double[] probabilities(Batch batch, int voxel) {
    double[] p = new double[classes];
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      double logit = weights[k * (channels + 1) + channels];
      for (int c = 0; c < channels; c++) {
        logit += weights[k * (channels + 1) + c] * batch.images().get(voxel * channels + c);
      }
      p[k] = Math.exp(logit);
      sum += p[k];
    }
    for (int k = 0; k < classes; k++) {
      p[k] /= sum;
    }
    return p;
  }

  @Override
  public Prediction predict(Batch batch) {
    int voxels = (int) (batch.count() * batch.size().voxels());
    FloatBuffer all = FloatBuffer.allocate(voxels * classes);
    for (int v = 0; v < voxels; v++) {
      for (double p : probabilities(batch, v)) {
        all.put((float) p);
      }
    }
    all.flip();
    return new Prediction() {
      @Override
      public FloatBuffer probabilities() {
        return all;
      }

      @Override
      public Optional<FloatBuffer> edges() {
        return Optional.empty();
      }

      @Override
      public void close() {
        // nothing outside the heap
      }
    };
  }

  @Override
  public Prediction predictWithGates(Batch batch) {
    throw new IllegalStateException("no gates");
  }

  @Override
  public List<PartGradient> gradients(Batch batch, StepSettings settings) {
    double sum = 0;
    for (int i = 0; i < batch.labels().capacity(); i++) {
      sum += batch.labels().get(i);
    }
    return List.of(new PartGradient(PartGradient.Part.SEMANTIC, sum, 2, 0, 1, 1));
  }

  @Override
  public Map<String, WeightTensor> weights() {
    return Map.of("weights", tensor(weights));
  }

  @Override
  public Map<String, WeightTensor> state() {
    Map<String, WeightTensor> state = new LinkedHashMap<>(weights());
    state.put("momentum", tensor(momentum));
    return state;
  }

  private static WeightTensor tensor(float[] values) {
    return new WeightTensor(new long[] {values.length}, values.clone());
  }

  @Override
  public void restore(Map<String, WeightTensor> state) {
    WeightTensor saved = state.get("weights");
    if (saved == null || saved.values().length != (channels + 1) * classes) {
      throw new IllegalArgumentException("weights are missing or of another shape");
    }
    weights = saved.values().clone();
    momentum =
        state.containsKey("momentum")
            ? state.get("momentum").values().clone()
            : new float[weights.length];
  }

  @Override
  public long parameters() {
    return (long) (channels + 1) * classes;
  }

  @Override
  public long estimateBytes(int count, Size size, boolean training) {
    return 1000 * count * size.voxels();
  }

  @Override
  public void close() {
    Arrays.fill(weights, 0);
  }
}
