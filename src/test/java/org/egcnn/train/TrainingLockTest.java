/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLockTest {
  @TempDir Path folder;

  /** Takes the lock of a folder, says so, and keeps it until its input ends. */
  static final class Holder {
    public static void main(String[] arguments) throws Exception {
      try (TrainingLock lock = TrainingLock.take(Path.of(arguments[0]))) {
        System.out.println("locked");
        System.in.read();
      }
    }
  }

  @Test
  void refusesASecondTrainingInThisProcess() throws Exception {
    try (TrainingLock lock = TrainingLock.take(folder)) {
      BadInputException e = assertThrows(BadInputException.class, () -> TrainingLock.take(folder));
      assertTrue(e.getMessage().contains(folder.toString()), e.getMessage());
    }
    TrainingLock.take(folder).close();
  }

  @Test
  void refusesASecondTrainingInAnotherProcess() throws Exception {
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
      assertThrows(BadInputException.class, () -> TrainingLock.take(folder));
    } finally {
      other.destroyForcibly().waitFor();
    }
    // the system released it with the killed process
    TrainingLock.take(folder).close();
  }
}
