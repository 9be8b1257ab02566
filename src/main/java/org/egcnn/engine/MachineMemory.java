/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.lang.management.ManagementFactory;

/** How much memory this machine, or the container the program runs in, has. */
public final class MachineMemory {
  /** Left to the system and to other programs. */
  private static final double RESERVED = 0.1;

  private MachineMemory() {}

  /**
   * Bytes that the engine can use beside the Java heap, or 0 if the machine does not tell. The size
   * of the memory counts, not what happens to be free, so that the answer does not change from one
   * start to the next.
   */
  public static long forEngine() {
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      long total = system.getTotalMemorySize();
      long heap = Math.min(Runtime.getRuntime().maxMemory(), total / 4);
      return Math.max(0, (long) (total * (1 - RESERVED)) - heap);
    }
    return 0;
  }
}
