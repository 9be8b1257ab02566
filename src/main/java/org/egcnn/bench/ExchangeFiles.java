/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.egcnn.engine.Batch;
import org.egcnn.engine.Network;
import org.egcnn.engine.Prediction;
import org.egcnn.model.Architecture;
import org.egcnn.model.Safetensors;
import org.egcnn.model.Size;
import org.egcnn.model.WeightTensor;

/**
 * A network's weights, an input and what it makes of it, so that another program can build the same
 * function and prove it.
 */
final class ExchangeFiles {
  /** The weights by name. */
  static final String WEIGHTS = "weights.safetensors";

  /** {@code input} [N, D, H, W, C] and {@code probabilities} [N, D, H, W, C']. */
  static final String EXAMPLE = "example.safetensors";

  private static final Size SIZE = new Size(24, 32, 40);

  private ExchangeFiles() {}

  /**
   * Writes both files.
   *
   * @return the folder's name
   */
  static String write(Path folder, Network network, Architecture architecture) throws IOException {
    Safetensors.write(folder.resolve(WEIGHTS), network.weights(), Map.of());
    SplittableRandom random = new SplittableRandom(2);
    try (Batch batch = network.allocate(1, SIZE)) {
      float[] input = new float[batch.images().capacity()];
      for (int i = 0; i < input.length; i++) {
        input[i] = (float) random.nextDouble(-1, 1);
      }
      batch.images().put(0, input);
      try (Prediction prediction = network.predict(batch)) {
        float[] output = new float[prediction.probabilities().remaining()];
        prediction.probabilities().get(0, output);
        Safetensors.write(
            folder.resolve(EXAMPLE),
            Map.of(
                "input",
                tensor(input, architecture.inputChannels()),
                "probabilities",
                tensor(output, architecture.outputChannels())),
            Map.of());
      }
    }
    return folder.toString();
  }

  private static WeightTensor tensor(float[] values, long channels) {
    return new WeightTensor(
        new long[] {1, SIZE.depth(), SIZE.height(), SIZE.width(), channels}, values);
  }
}
