/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.List;
import java.util.Locale;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineLoader;
import org.egcnn.engine.MachineMemory;
import org.egcnn.task.Software;

/**
 * What the program runs on.
 *
 * @param software this program and its version
 * @param engine the engine and its version
 * @param devices the devices it can compute on
 * @param java Java's version and vendor
 * @param system operating system and processor architecture
 * @param processors processors Java may use
 * @param heapBytes the largest Java heap
 * @param engineBytes memory the engine may use beside it; 0 if unknown
 */
record SystemInfo(
    String software,
    String engine,
    List<String> devices,
    String java,
    String system,
    int processors,
    long heapBytes,
    long engineBytes) {

  /**
   * The present ones.
   *
   * @throws org.egcnn.engine.EngineException if the engine does not run here
   */
  static SystemInfo present() {
    Engine engine = EngineLoader.load();
    return new SystemInfo(
        Software.nameAndVersion(),
        engine.version(),
        engine.devices(0),
        System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory(),
        MachineMemory.forEngine());
  }

  @Override
  public String toString() {
    return String.join(
        System.lineSeparator(),
        software,
        "Engine:     " + engine,
        "Devices:    " + String.join(", ", devices),
        "Java:       " + java,
        "System:     " + system,
        "Processors: " + processors,
        "Memory:     " + gibibytes(heapBytes) + " Java heap, " + engineMemory());
  }

  private String engineMemory() {
    return (engineBytes == 0 ? "unknown" : gibibytes(engineBytes)) + " for the engine";
  }

  private static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1 << 30));
  }
}
