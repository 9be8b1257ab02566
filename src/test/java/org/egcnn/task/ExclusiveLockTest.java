/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExclusiveLockTest {
  @TempDir Path folder;

  /** Takes the lock of a folder, says so, and keeps it until its input ends. */
  static final class Holder {
    public static void main(String[] arguments) throws Exception {
      try (ExclusiveLock lock = ExclusiveLock.take(Path.of(arguments[0]), "training")) {
        System.out.println("locked");
        System.in.read();
      }
    }
  }

  private Process holder() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            folder.toString())
        .start();
  }

  @Test
  void refusesASecondTaskInThisProcess() throws Exception {
    try (ExclusiveLock lock = ExclusiveLock.take(folder, "training")) {
      BadInputException e =
          assertThrows(BadInputException.class, () -> ExclusiveLock.take(folder, "evaluation"));
      assertEquals(
          folder + ": another evaluation is writing this folder. Wait for it or choose another",
          e.getMessage());
    }
    ExclusiveLock.take(folder, "training").close();
  }

  @Test
  void refusesASecondTaskInAnotherProcess() throws Exception {
    Process other = holder();
    try (BufferedReader out = new BufferedReader(new InputStreamReader(other.getInputStream()))) {
      assertEquals("locked", out.readLine());
      assertThrows(BadInputException.class, () -> ExclusiveLock.take(folder, "training"));
    } finally {
      other.destroyForcibly().waitFor();
    }
    // the system released it with the killed process
    ExclusiveLock.take(folder, "training").close();
  }

  /** POSIX forgets a process's locks of a file when the process closes any channel to it. */
  @Test
  void aRefusedTaskInThisProcessDoesNotLetAnotherProcessIn() throws Exception {
    try (ExclusiveLock lock = ExclusiveLock.take(folder, "training")) {
      assertThrows(BadInputException.class, () -> ExclusiveLock.take(folder, "training"));
      Process other = holder();
      other.getOutputStream().close();
      String error =
          new String(other.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
              + new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(1, other.waitFor(), error);
      assertTrue(error.contains("another training is writing this folder"), error);
    }
  }

  @Test
  void aFolderThatIsMadeForNothingGoesAgain() throws Exception {
    Path made = folder.resolve("made");
    ExclusiveLock.take(made, "training").close();
    assertFalse(Files.exists(made));
    try (ExclusiveLock lock = ExclusiveLock.take(made, "training")) {
      Files.createFile(made.resolve("result"));
    }
    assertTrue(Files.exists(made.resolve("result")));
    ExclusiveLock.take(folder, "training").close();
    assertTrue(Files.exists(folder));
  }

  @Test
  void noticesThatTheFolderIsGoneOrAnother() throws Exception {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    try (ExclusiveLock lock = ExclusiveLock.take(locked, "training")) {
      lock.requireFolder();
      Files.move(locked, folder.resolve("away"));
      assertEquals(
          locked
              + ": was deleted or has become unreachable meanwhile. Check that its disk is still"
              + " there",
          assertThrows(BadInputException.class, lock::requireFolder).getMessage());
      Files.createDirectory(locked);
      Files.createFile(locked.resolve(ExclusiveLock.FILE));
      assertThrows(BadInputException.class, lock::requireFolder);
    }
  }
}
