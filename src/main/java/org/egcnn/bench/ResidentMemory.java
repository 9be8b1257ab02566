/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Physical memory of this process. */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private ResidentMemory() {}

  /** The largest it has ever been, in bytes; 0 where the system does not tell (not Linux). */
  static long peak() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines.filter(l -> l.startsWith(PEAK)).mapToLong(ResidentMemory::bytes).sum();
    } catch (IOException e) {
      return 0;
    }
  }

  /** The bytes in a line such as {@code VmHWM: 1234 kB}. */
  static long bytes(String line) {
    return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
  }
}
