/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Trainings in a process of their own that are stopped by signals. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
@Timeout(120)
class InterruptionTest {
  private static final int SIGINT = 2;

  @TempDir Path folder;

  private Path data;

  @BeforeEach
  void write() {
    data = TinyJob.data(folder.resolve("data"));
  }

  @Test
  void ctrlCEndsATrainingInOrder() throws Exception {
    assumeFalse(isIgnored(SIGINT), "the tests run in the background, where Ctrl-C is ignored");
    stopsInOrder("-INT");
  }

  @Test
  void sigtermEndsATrainingInOrder() throws Exception {
    stopsInOrder("-TERM");
  }

  /** When nothing was written yet that an end in order writes. */
  @Test
  void sigtermInTheFirstEpochLeavesACheckpoint() throws Exception {
    Path model = folder.resolve("model");
    Process process = start(model, "--epochs=1", "--steps-per-epoch=1000000");
    Path trainingRecord = model.resolve("training.json");
    while (process.isAlive() && !Files.exists(trainingRecord)) {
      Thread.sleep(20);
    }
    kill("-TERM", process.pid());
    List<String> rest = restOf(process);
    assertEquals(130, process.waitFor(), rest.toString());
    assertTrue(Files.readString(trainingRecord).contains("\"status\": \"cancelled\""));
    assertTrue(Files.exists(model.resolve("progress.png")));
    assertTrue(Files.isDirectory(model.resolve("checkpoint")));
  }

  @Test
  void aKilledTrainingResumesToTheSameHistory() throws Exception {
    String[] options = {"--epochs=30", "--checkpoint-seconds=0", "--validate-every=1"};
    Path whole = folder.resolve("whole");
    finish(start(whole, options));

    Path killed = folder.resolve("killed");
    Process process = start(killed, options);
    awaitEpoch(process, 2);
    process.destroyForcibly();
    assertEquals(128 + 9, process.waitFor());
    assertTrue(
        Files.readString(killed.resolve("training.json")).contains("\"status\": \"running\""));
    int before = TinyJob.history(killed).size();
    assertTrue(before < TinyJob.history(whole).size(), "it was killed too late");

    List<String> resume = new ArrayList<>(List.of(options));
    resume.add("--resume");
    finish(start(killed, resume.toArray(String[]::new)));
    assertEquals(TinyJob.history(whole), TinyJob.history(killed));
  }

  private void stopsInOrder(String signal) throws Exception {
    Path model = folder.resolve("model");
    Process process = start(model, "--epochs=100000", "--validate-every=1");
    awaitEpoch(process, 1);
    kill(signal, process.pid());
    List<String> rest = restOf(process);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it goes on");
    assertEquals(130, process.exitValue());
    assertTrue(rest.stream().anyMatch(line -> line.startsWith("Stopping: ")), rest.toString());
    assertTrue(
        Files.readString(model.resolve("training.json")).contains("\"status\": \"cancelled\""));
    CliRun.of("segment", "--model", model, "--in", data, "--out", folder.resolve("s")).successful();
  }

  /**
   * Awaits success. All trainings that are compared run in processes of their own: the first
   * network of a process decides how many threads TensorFlow has, and so the order of sums.
   */
  private void finish(Process process) throws Exception {
    List<String> printed = restOf(process);
    assertEquals(0, process.waitFor(), printed.toString());
  }

  private BufferedReader err;

  private Process start(Path model, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    for (Object arg : TinyJob.train(data, model, (Object[]) options)) {
      command.add(arg.toString());
    }
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    return process;
  }

  private void awaitEpoch(Process process, int epoch) throws IOException {
    List<String> seen = new ArrayList<>();
    String line = err.readLine();
    while (line != null && !line.startsWith("Epoch " + epoch + ": ")) {
      seen.add(line);
      line = err.readLine();
    }
    assertTrue(line != null, () -> "it ended with " + process + ": " + seen);
  }

  private List<String> restOf(Process process) throws IOException {
    List<String> rest = new ArrayList<>();
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      rest.add(line);
    }
    return rest;
  }

  private static void kill(String signal, long pid) throws Exception {
    assertEquals(
        0, new ProcessBuilder("kill", signal, Long.toString(pid)).inheritIO().start().waitFor());
  }

  /** Whether this process, and so its children, ignore a signal. */
  private static boolean isIgnored(int signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String mask =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).trim())
            .findFirst()
            .orElse("0");
    return (Long.parseUnsignedLong(mask, 16) >>> (signal - 1) & 1) == 1;
  }
}
