/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code eg-cnn-requeue.sh} asks of a Slurm that is played by two scripts. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no bash")
@Timeout(60)
class RequeueScriptTest {
  /** Works until SIGTERM, and ends then with the code that its argument says. */
  private static final String COMMAND =
      "trap 'exit '$1 TERM; echo works; while :; do sleep 0.1; done";

  @TempDir Path folder;

  @BeforeEach
  void install() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
    Files.copy(Path.of("src/main/scripts/eg-cnn-requeue.sh"), folder.resolve("eg-cnn-requeue.sh"));
    slurmSays("RUNNING");
    program("scontrol", "echo \"$@\" >> requeued; exit 1");
    program("work", COMMAND);
  }

  private void slurmSays(String state) throws IOException {
    program("squeue", "echo " + state);
  }

  private void program(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/bash\n" + text + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private Process start(String commands) throws IOException {
    Path script =
        Files.writeString(folder.resolve("job.sh"), ". eg-cnn-requeue.sh\n" + commands + "\n");
    ProcessBuilder builder = new ProcessBuilder("/bin/bash", script.toString());
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("SLURM_JOB_ID", "42");
    builder.environment().merge("PATH", folder.toString(), (a, b) -> b + File.pathSeparator + a);
    return builder.start();
  }

  private int stopped(Process process) throws Exception {
    while (!log().contains("works")) {
      assertTrue(process.isAlive(), log());
      Thread.sleep(20);
    }
    process.destroy();
    return process.waitFor();
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private boolean requeued() throws IOException {
    Path file = folder.resolve("requeued");
    if (!Files.exists(file)) {
      return false;
    }
    assertEquals("requeue 42\n", Files.readString(file));
    return true;
  }

  @Test
  void aCommandThatEndsIsFollowedByTheNext() throws Exception {
    Process process = start("requeueing true && requeueing bash -c 'exit 3'; echo code $?");
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals("code 3\n", log());
    assertFalse(requeued());
  }

  @Test
  void aCommandThatIsStoppedIsRequeued() throws Exception {
    assertEquals(130, stopped(start("requeueing work 130; echo not reached")));
    assertTrue(requeued());
    assertFalse(log().contains("not reached"), log());
  }

  @Test
  void aJavaThatEndsBySigtermIsRequeued() throws Exception {
    assertEquals(143, stopped(start("requeueing work 143")));
    assertTrue(requeued());
  }

  @Test
  void aCommandThatEndsWellAllTheSameIsNot() throws Exception {
    assertEquals(0, stopped(start("requeueing work 0")));
    assertFalse(requeued());
  }

  @Test
  void aJobThatSlurmEndsIsLeftAlone() throws Exception {
    slurmSays("COMPLETING");
    assertEquals(130, stopped(start("requeueing work 130")));
    assertFalse(requeued());
  }

  @Test
  void aCommandThatIsKilledIsNot() throws Exception {
    Process process = start("requeueing bash -c 'kill -9 $$'");
    assertEquals(137, process.waitFor());
    assertFalse(requeued());
  }
}
