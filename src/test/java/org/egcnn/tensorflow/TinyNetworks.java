/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.egcnn.engine.Batch;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.engine.Prediction;
import org.egcnn.engine.StepLosses;
import org.egcnn.engine.StepSettings;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;
import org.egcnn.model.WeightTensor;

/** Networks and batches small enough for a test. */
final class TinyNetworks {
  static final Size CROP = new Size(8, 8, 12);

  /** One thread, so that sums are made in one order. */
  private static final EngineOptions OPTIONS = new EngineOptions(1, "cpu");

  private TinyNetworks() {}

  /** Two channels, two classes or regions, width 4, three resolutions. */
  static Architecture architecture(
      Backbone backbone, boolean exclusive, Optional<EdgeStream> stream) {
    return new Architecture(backbone, 2, 2, exclusive, 4, 3, 3, stream);
  }

  static Architecture architecture(Backbone backbone) {
    return architecture(backbone, true, Optional.of(EdgeStream.standard()));
  }

  static Network trainable(Architecture architecture) {
    return trainable(architecture, LossSettings.standard());
  }

  static Network trainable(Architecture architecture, LossSettings losses) {
    return new TensorFlowEngine().create(architecture, Optional.of(losses), OPTIONS);
  }

  /** The standard loss on some devices. */
  static Network trainable(Architecture architecture, EngineOptions options) {
    return new TensorFlowEngine()
        .create(architecture, Optional.of(LossSettings.standard()), options);
  }

  static Network predicting(Architecture architecture) {
    return new TensorFlowEngine().create(architecture, Optional.empty(), OPTIONS);
  }

  /**
   * Crops with a ball of the first class around a smaller one of the second, brighter in both
   * channels, under noise.
   */
  static Batch balls(Network network, int count, Size size, boolean exclusive, long seed) {
    Batch batch = network.allocate(count, size);
    Random random = new Random(seed);
    double radius = Math.min(size.depth(), Math.min(size.height(), size.width())) / 2.0;
    int i = 0;
    for (int n = 0; n < count; n++) {
      double z0 = size.depth() / 2.0 + random.nextDouble();
      double y0 = size.height() / 2.0 + random.nextDouble();
      double x0 = size.width() / 2.0 + random.nextDouble();
      for (int z = 0; z < size.depth(); z++) {
        for (int y = 0; y < size.height(); y++) {
          for (int x = 0; x < size.width(); x++, i++) {
            double r = Math.sqrt(sq(z - z0) + sq(y - y0) + sq(x - x0)) / radius;
            int depth = r < 0.5 ? 2 : r < 0.9 ? 1 : 0;
            // as regions, the inner ball belongs to the outer one too
            batch.labels().put(i, (byte) (depth == 2 && !exclusive ? 3 : depth));
            batch.images().put(2 * i, (float) (depth + 0.3 * random.nextGaussian()));
            batch.images().put(2 * i + 1, (float) (0.3 * random.nextGaussian() - depth));
          }
        }
      }
    }
    return batch;
  }

  private static double sq(double x) {
    return x * x;
  }

  /** The losses of some steps on one batch. */
  static List<StepLosses> train(Network network, Batch batch, int steps, double learningRate) {
    List<StepLosses> losses = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      losses.add(network.step(batch, new StepSettings(learningRate, 0, i)));
    }
    return losses;
  }

  static float[] probabilities(Network network, Batch batch) {
    try (Prediction prediction = network.predict(batch)) {
      return copy(prediction.probabilities());
    }
  }

  static float[] edges(Network network, Batch batch) {
    try (Prediction prediction = network.predict(batch)) {
      return copy(prediction.edges().orElseThrow());
    }
  }

  private static float[] copy(FloatBuffer buffer) {
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  /** Whether two sets of weights are the same to the last bit. */
  static boolean same(Map<String, WeightTensor> a, Map<String, WeightTensor> b) {
    return List.copyOf(a.keySet()).equals(List.copyOf(b.keySet()))
        && a.keySet().stream().allMatch(k -> Arrays.equals(a.get(k).values(), b.get(k).values()));
  }
}
