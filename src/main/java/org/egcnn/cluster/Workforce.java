/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import java.util.Optional;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineOptions;
import org.egcnn.engine.Network;
import org.egcnn.model.Architecture;
import org.egcnn.model.LossSettings;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/** Who computes the steps of a training. */
public interface Workforce {

  /** How many processes compute; each needs a crop of every step. */
  int processes();

  /**
   * Creates the network that is trained.
   *
   * @param engine this process's
   * @param options how this process computes
   * @throws org.egcnn.engine.EngineException if it cannot be built, or a process is missing
   * @throws CancelledException if stopped while waiting for other processes
   */
  Network create(
      Engine engine,
      Architecture architecture,
      LossSettings losses,
      EngineOptions options,
      TaskListener listener)
      throws CancelledException;

  /** This process alone. */
  static Workforce alone() {
    return new Workforce() {
      @Override
      public int processes() {
        return 1;
      }

      @Override
      public Network create(
          Engine engine,
          Architecture architecture,
          LossSettings losses,
          EngineOptions options,
          TaskListener listener) {
        return engine.create(architecture, Optional.of(losses), options);
      }
    };
  }
}
