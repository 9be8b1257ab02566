/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.egcnn.task.Software;

/**
 * Where something was measured.
 *
 * @param software this program and its version
 * @param engine the engine and its version
 * @param processor the processor's name, or its architecture where the system does not tell
 * @param processors logical processors that Java may use
 * @param memoryBytes physical memory, or the container's limit; 0 if unknown
 * @param system the operating system
 * @param java the Java virtual machine
 */
public record Machine(
    String software,
    String engine,
    String processor,
    int processors,
    long memoryBytes,
    String system,
    String java) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /**
   * This one.
   *
   * @param engine the engine and its version
   */
  static Machine present(String engine) {
    long memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0;
    return new Machine(
        Software.nameAndVersion(),
        engine,
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        memory,
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
  }

  /** The load average of the last minute, or a negative number where there is none. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String processorName() {
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElseGet(Machine::architecture);
    } catch (IOException e) {
      return architecture();
    }
  }

  private static String architecture() {
    return System.getProperty("os.arch");
  }
}
