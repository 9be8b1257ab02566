/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachableTest {

  /** The engine itself would wait for it for ever. */
  @Test
  void aWorkerWhosePortIsClosedIsNamed() throws Exception {
    int port = FreePorts.first(3);
    Cluster cluster = Cluster.listed(String.format("%d,%d,%d", port, port + 1, port + 2), 0);
    List<InetSocketAddress> addresses = cluster.resolve();
    try (ServerSocket one = listening(port + 1)) {
      try (ServerSocket two = listening(port + 2)) {
        Chief.requireReachable(cluster, addresses);
      }
      ClusterException e =
          assertThrows(ClusterException.class, () -> Chief.requireReachable(cluster, addresses));
      assertTrue(e.getMessage().startsWith("Worker " + cluster.name(2)), e.getMessage());
    }
  }

  private static ServerSocket listening(int port) throws Exception {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
