/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A disk in memory that is small, read-only, or goes away. Mounting it needs root on Linux; tests
 * are skipped with a message elsewhere.
 *
 * @param path where it is mounted
 */
record SmallDisk(Path path) implements AutoCloseable {

  /** Mounts an empty disk. */
  static SmallDisk mount(Path path, String size) throws Exception {
    Files.createDirectories(path);
    assumeTrue(
        runs("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", path.toString()),
        "a small disk cannot be mounted here: root on Linux can");
    return new SmallDisk(path);
  }

  /** Changes the size, or with {@code ro} and {@code rw} whether it may be written. */
  void remount(String option) throws Exception {
    assertTrue(runs("mount", "-o", "remount," + option, path.toString()), option);
  }

  /** Takes it away while files on it are open, as a network folder goes. */
  void vanish() throws Exception {
    assertTrue(runs("umount", "-l", path.toString()));
  }

  @Override
  public void close() throws Exception {
    if (runs("mountpoint", "-q", path.toString())) {
      assertTrue(runs("umount", path.toString()));
    }
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
