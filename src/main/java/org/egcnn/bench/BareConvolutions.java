/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.egcnn.engine.ConvolutionProbe;
import org.egcnn.engine.ConvolutionProbe.Pass;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.engine.EngineOptions.Recomputation;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/**
 * How long a network's convolutions take by themselves, one after the other with all threads and
 * their operands in place: what would be left of it if everything else cost nothing.
 */
final class BareConvolutions {

  /** One product; networks have many alike. */
  private record Product(ConvolutionProbe.Shape shape, Pass pass, Precision precision) {}

  private final Engine engine;
  private final BenchmarkSettings settings;
  private final Map<Product, Double> seconds = new HashMap<>();

  BareConvolutions(Engine engine, BenchmarkSettings settings) {
    this.engine = engine;
    this.settings = settings;
  }

  /** The sum of the shortest times in seconds. */
  double seconds(NetworkCase network, TaskListener listener)
      throws IOException, CancelledException {
    double sum = 0;
    for (NetworkConvolutions.Layer layer :
        NetworkConvolutions.of(network.architecture(), network.batch(), network.crop())) {
      List<Pass> passes = network.training() ? layer.trainingPasses() : List.of(Pass.FORWARD);
      for (Pass pass : passes) {
        Product product = new Product(layer.shape(), pass, network.precision());
        if (!seconds.containsKey(product)) {
          seconds.put(product, measure(product, listener));
        }
        sum += seconds.get(product);
      }
    }
    return sum;
  }

  private double measure(Product product, TaskListener listener)
      throws IOException, CancelledException {
    EngineOptions options =
        new EngineOptions(settings.threads(), "cpu", Recomputation.NEVER, product.precision());
    try (ConvolutionProbe probe = engine.convolution(product.shape(), product.pass(), options)) {
      return settings.shortRounds().of(List.of(probe::run), listener).get(0).minSeconds();
    }
  }
}
