/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.util.Optional;
import org.egcnn.model.Architecture;
import org.egcnn.model.LossSettings;

/**
 * The engine of a process that others can have compute for them. It serves until the process ends:
 * TensorFlow cannot stop a server.
 */
public interface ClusterServer {

  /**
   * Creates a network whose steps spread the crops of their batch over all processes. Weights and
   * optimiser, and all else it does, are in this process. All processes must be serving, or a call
   * of the network waits for them.
   *
   * @param architecture what to build
   * @param losses the loss to train with
   * @throws EngineException if a device is missing or the graph cannot be built
   */
  Network create(Architecture architecture, Optional<LossSettings> losses);
}
