/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of loopback that nobody uses, below those the system gives out by itself. */
public final class FreePorts {
  private FreePorts() {}

  /** The first of some free ports in a row. */
  public static int first(int count) {
    while (true) {
      int first = ThreadLocalRandom.current().nextInt(20_000, 32_000 - count);
      boolean free = true;
      for (int port = first; port < first + count && free; port++) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
          free = socket.isBound();
        } catch (IOException e) {
          free = false;
        }
      }
      if (free) {
        return first;
      }
    }
  }
}
