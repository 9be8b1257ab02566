/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.installed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command line as the build leaves it, in processes of its own.
 *
 * @param log gets what a process prints
 */
record PackagedCommand(Path log) {
  private static final Path SCRIPT = Path.of("target", "eg-cnn", "bin", "eg-cnn").toAbsolutePath();

  /** The exit code of a process that was killed by SIGKILL. */
  static final int KILLED = 128 + 9;

  /** Starts a process, which the start script becomes. */
  Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(SCRIPT.toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("EG_CNN_JAVA_OPTIONS", "-Xmx256m");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start();
  }

  /** Awaits a process that succeeds. */
  void succeed(Process process) throws Exception {
    boolean ended = process.waitFor(10, TimeUnit.MINUTES);
    process.destroyForcibly();
    String printed = Files.readString(log);
    assertTrue(ended, printed);
    assertEquals(0, process.exitValue(), printed);
  }

  /** Runs a command that succeeds. */
  void run(String... arguments) throws Exception {
    succeed(start(List.of(arguments)));
  }

  /**
   * Sends SIGKILL, unless the process has ended.
   *
   * @return whether it was killed; if not, it had succeeded
   */
  boolean kill(Process process) throws Exception {
    process.destroyForcibly().waitFor();
    if (process.exitValue() != KILLED) {
      succeed(process);
      return false;
    }
    return true;
  }
}
