/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExclusiveLockTest {
  @TempDir Path folder;

  /** Takes the lock of a folder, says so, and keeps it until its input ends. */
  static final class Holder {
    public static void main(String[] arguments) throws Exception {
      try (ExclusiveLock lock = ExclusiveLock.ofFolder(Path.of(arguments[0])).orElseThrow()) {
        System.out.println("locked");
        System.in.read();
      }
    }
  }

  @Test
  void isHeldOnceInThisProcess() throws Exception {
    try (ExclusiveLock lock = ExclusiveLock.ofFolder(folder).orElseThrow()) {
      assertEquals(Optional.empty(), ExclusiveLock.ofFolder(folder));
      ExclusiveLock.ofFile(folder.resolve("other.lock")).orElseThrow().close();
    }
    ExclusiveLock.ofFolder(folder).orElseThrow().close();
  }

  @Test
  void isHeldOnceByAllProcesses() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = new BufferedReader(new InputStreamReader(other.getInputStream()))) {
      assertEquals("locked", out.readLine());
      assertTrue(ExclusiveLock.ofFolder(folder).isEmpty());
    } finally {
      other.destroyForcibly().waitFor();
    }
    // the system released it with the killed process
    ExclusiveLock.ofFolder(folder).orElseThrow().close();
  }
}
