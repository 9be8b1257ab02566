/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * One process's place among several that compute together.
 *
 * @param processes where each is reached, in the order of their numbers; resolved addresses
 * @param task this process's number, from 0
 * @param gate closes this process's port to strangers
 */
public record ClusterPlace(List<InetSocketAddress> processes, int task, Gate gate) {

  /** Closes a port to strangers. */
  @FunctionalInterface
  public interface Gate {
    /**
     * Called once, when the port is open and before it is served: the engine itself opens it on
     * every address of the machine.
     *
     * @throws EngineException if the port cannot be closed to strangers; it is not served then
     */
    void close(int port);
  }

  /** Checks that the number is one of the processes'. */
  public ClusterPlace {
    processes = List.copyOf(processes);
    if (task < 0 || task >= processes.size()) {
      throw new IllegalArgumentException("there is no process " + task);
    }
  }
}
