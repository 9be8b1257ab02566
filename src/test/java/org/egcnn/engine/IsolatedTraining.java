/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.nio.FloatBuffer;
import java.util.Optional;
import org.egcnn.model.Architecture;
import org.egcnn.model.Backbone;
import org.egcnn.model.EdgeStream;
import org.egcnn.model.LossSettings;
import org.egcnn.model.Size;

/**
 * Trains and predicts in a JVM of its own, and prints which jar the classes of one name come from:
 * first those the class path sees, then those the engine sees.
 */
final class IsolatedTraining {
  private static final String[] NAMES = {
    "org.tensorflow.TensorFlow", "com.google.protobuf.Message", "org.bytedeco.javacpp.Pointer"
  };

  private IsolatedTraining() {}

  public static void main(String[] arguments) throws Exception {
    printSources("class path", IsolatedTraining.class.getClassLoader());
    Engine engine;
    try {
      engine = EngineLoader.load();
    } catch (EngineException e) {
      System.out.println("engine: " + e.getMessage());
      return;
    }
    System.out.println("engine: " + engine.version());
    printSources("engine", engine.getClass().getClassLoader());
    train(engine);
    // the other plugins' messages must go on working with their own protobuf
    Object message =
        Class.forName("org.tensorflow.framework.ConfigProto")
            .getMethod("getDefaultInstance")
            .invoke(null);
    System.out.println("old message: " + message.getClass().getName());
  }

  private static void printSources(String who, ClassLoader loader) throws ClassNotFoundException {
    for (String name : NAMES) {
      Class<?> type = Class.forName(name, false, loader);
      String source = type.getProtectionDomain().getCodeSource().getLocation().getPath();
      System.out.println(who + ": " + name + " " + source.substring(source.lastIndexOf('/') + 1));
    }
  }

  private static void train(Engine engine) {
    Architecture architecture =
        new Architecture(Backbone.SEG_NET, 1, 1, true, 2, 2, 3, Optional.of(EdgeStream.standard()));
    try (Network network =
            engine.create(
                architecture, Optional.of(LossSettings.standard()), new EngineOptions(1, "cpu"));
        Batch batch = network.allocate(1, new Size(8, 8, 8))) {
      network.initialise(1);
      for (int i = 0; i < batch.labels().capacity(); i++) {
        boolean inside = i / 64 > 3;
        batch.labels().put(i, (byte) (inside ? 1 : 0));
        batch.images().put(i, inside ? 1 : -1);
      }
      double first = network.step(batch, new StepSettings(1e-3, 1, 1)).total();
      double second = network.step(batch, new StepSettings(1e-3, 1, 2)).total();
      System.out.println("losses fall: " + (second < first));
      try (Prediction prediction = network.predict(batch)) {
        FloatBuffer probabilities = prediction.probabilities();
        double sum = 0;
        for (int i = 0; i < probabilities.capacity(); i++) {
          sum += probabilities.get(i);
        }
        System.out.println("mean probability: " + Math.round(100 * sum / probabilities.capacity()));
      }
    }
  }
}
