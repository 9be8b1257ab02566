/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

/** x. */
public final class EngineLoader {
  private EngineLoader() {}

  /** x. */
  public static Engine load() {
    try {
      return (Engine)
          Class.forName("org.egcnn.tensorflow.TensorFlowEngine")
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new EngineException("x", e);
    }
  }
}
