/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command line in a process of its own, and what it printed to standard error. */
final class ProgramRun implements AutoCloseable {
  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;

  private ProgramRun(Process process) {
    this.process = process;
    reader = new Thread(this::read);
    reader.setDaemon(true);
    reader.start();
  }

  static ProgramRun of(Object... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    Stream.of(args).map(Object::toString).forEach(command::add);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "2");
    return new ProgramRun(builder.start());
  }

  private void read() {
    try (BufferedReader err =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      err.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      // the process was killed
    }
  }

  /** Waits for a line that begins like this. */
  void awaitLine(String beginning) throws InterruptedException {
    while (lines.stream().noneMatch(line -> line.startsWith(beginning))) {
      if (!process.isAlive()) {
        throw new AssertionError("it ended with " + process.exitValue() + ": " + text());
      }
      Thread.sleep(20);
    }
  }

  /** Waits for its end, and gives its exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(300, TimeUnit.SECONDS)) {
      throw new AssertionError("it goes on: " + text());
    }
    reader.join();
    return process.exitValue();
  }

  /** What it printed. */
  String text() {
    return String.join("\n", lines);
  }

  /** Sends a signal, such as {@code -KILL}. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", name, Long.toString(process.pid())).inheritIO().start().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
