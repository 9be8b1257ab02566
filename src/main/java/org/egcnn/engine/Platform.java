/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

import java.util.Locale;
import java.util.Set;

/**
 * A system and processor as TensorFlow's native libraries are named, such as {@code linux-x86_64}.
 *
 * @param name the name
 */
record Platform(String name) {
  /** What TensorFlow for Java 1.1.0 has native libraries for. */
  static final Set<String> SUPPORTED =
      Set.of("linux-x86_64", "linux-arm64", "macosx-arm64", "windows-x86_64");

  /**
   * The platform that Java's system properties tell of.
   *
   * @param system {@code os.name}
   * @param processor {@code os.arch}
   */
  static Platform of(String system, String processor) {
    String os = system.toLowerCase(Locale.ROOT);
    String arch = processor.toLowerCase(Locale.ROOT);
    return new Platform(
        (os.startsWith("mac") || os.startsWith("darwin")
                ? "macosx"
                : os.startsWith("windows") ? "windows" : os)
            + "-"
            + switch (arch) {
              case "amd64", "x86_64", "x64" -> "x86_64";
              case "aarch64", "arm64" -> "arm64";
              case "i386", "i486", "i586", "i686" -> "x86";
              default -> arch;
            });
  }

  /** Whether there are native libraries for it at all. */
  boolean isSupported() {
    return SUPPORTED.contains(name);
  }
}
