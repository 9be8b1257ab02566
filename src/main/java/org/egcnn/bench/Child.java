/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.egcnn.engine.EngineException;
import org.egcnn.task.CancelledException;

/**
 * A process that answers requests line by line. What else it prints, native libraries' messages for
 * example, is passed over; its standard error is ours.
 */
public final class Child implements AutoCloseable {
  /** What each answer starts with. */
  public static final String ANSWER = "> ";

  private static final long SECONDS_TO_END = 10;

  /** Exit codes of a process that SIGINT or SIGTERM ended. */
  private static final Set<Integer> STOPPED = Set.of(128 + 2, 128 + 15);

  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader answers;

  private Child(Process process) {
    this.process = process;
    requests =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a command. */
  public static Child start(List<String> command) throws IOException {
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /**
   * Starts a class of this program in a Java of its own, on this Java's class path.
   *
   * @param main the class
   * @param heap Java's largest heap, such as {@code 512m}
   * @param arguments its arguments
   */
  static Child java(Class<?> main, String heap, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // one collector thread: the heap is small, and the network should have the processors
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("egcnn.") || name.startsWith("org.bytedeco."))
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return start(command);
  }

  /** How a child answers. */
  @FunctionalInterface
  interface Answers {
    /** The answer to a request, one line. */
    String to(String request) throws IOException;
  }

  /** What a child does: answers the lines of its standard input until that ends. */
  static void answer(Answers answers) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line;
    while ((line = in.readLine()) != null) {
      System.out.println(ANSWER + answers.to(line));
    }
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws CancelledException if the process is stopped before it answers: Ctrl-C reaches it too
   * @throws EngineException if it ends by itself before it answers
   */
  public String ask(String request) throws IOException, CancelledException {
    try {
      requests.write(request);
      requests.newLine();
      requests.flush();
    } catch (IOException e) {
      throw ended(request, e);
    }
    String line;
    while ((line = answers.readLine()) != null) {
      if (line.startsWith(ANSWER)) {
        return line.substring(ANSWER.length());
      }
    }
    throw ended(request, null);
  }

  private EngineException ended(String request, IOException cause) throws CancelledException {
    String code = "";
    try {
      if (process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        if (STOPPED.contains(process.exitValue())) {
          throw new CancelledException();
        }
        code = " with exit code " + process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new EngineException(
        "a measuring process ended at '" + request + "'" + code + ", perhaps for want of memory",
        cause);
  }

  /** Lets the process end, and ends it if it does not. */
  @Override
  public void close() {
    try {
      requests.close();
      if (process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException e) {
      // it has ended already
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
