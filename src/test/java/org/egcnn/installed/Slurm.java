/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.installed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Slurm of one node on this machine, started and stopped by {@code src/test/slurm/slurm.sh}. Jobs
 * run in a folder of their own with {@code eg-cnn} on the path.
 */
final class Slurm implements AutoCloseable {
  /** The command line that the build makes. */
  static final Path BIN = Path.of("target/eg-cnn/bin").toAbsolutePath();

  private static final Path SCRIPT = Path.of("src/test/slurm/slurm.sh").toAbsolutePath();
  private static final Path SCRIPTS = Path.of("docs/cluster").toAbsolutePath();
  private static final int MINUTES = 5;

  private final Path folder;
  private final Path work;

  private Slurm(Path folder, Path work) {
    this.folder = folder;
    this.work = work;
  }

  /**
   * Starts one.
   *
   * @param folder for its configuration, state and logs
   * @param work where jobs run and leave their logs
   */
  static Slurm start(Path folder, Path work) throws IOException, InterruptedException {
    for (String program : List.of("slurmctld", "slurmd", "munged")) {
      if (!Files.isExecutable(Path.of("/usr/sbin", program))) {
        throw new IOException(
            "there is no " + program + ": apt-get install slurmctld slurmd slurm-client munge");
      }
    }
    Slurm slurm = new Slurm(folder, work);
    slurm.run(Map.of(), SCRIPT.toString(), "start", folder.toString(), port(), port());
    return slurm;
  }

  private static String port() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  /**
   * Submits a script of {@code docs/cluster} as it is.
   *
   * @param settings the script's variables
   * @param options for {@code sbatch}
   * @return the job's number
   */
  String submit(String script, Map<String, String> settings, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sbatch", "--parsable", "--mem=2G"));
    command.add("--cpus-per-task=1");
    command.addAll(List.of(options));
    command.add(SCRIPTS.resolve(script).toString());
    return run(settings, command.toArray(String[]::new)).trim();
  }

  /** Submits a command that gets the whole node before all others. */
  String submitUrgent(String command) throws IOException, InterruptedException {
    return run(
            Map.of(),
            "sbatch",
            "--parsable",
            "--partition=urgent",
            "--cpus-per-task=2",
            "--wrap=" + command)
        .trim();
  }

  /** The states of a job, or of an array's tasks, such as {@code RUNNING} or {@code COMPLETED}. */
  List<String> states(String job) throws IOException, InterruptedException {
    return run(
            Map.of(), "squeue", "--states=all", "--noheader", "--array", "--format=%T", "-j", job)
        .lines()
        .map(String::trim)
        .toList();
  }

  /** Waits until all of a job is in a state that it does not leave by itself. */
  void await(String job, String state) throws Exception {
    until(
        () -> {
          List<String> states = states(job);
          List<String> others = new ArrayList<>(List.of("COMPLETED", "FAILED", "CANCELLED"));
          others.remove(state);
          if (states.stream().anyMatch(others::contains)) {
            throw new AssertionError(job + " is " + states + "\n" + logs());
          }
          return !states.isEmpty() && states.stream().allMatch(state::equals);
        },
        () -> job + " is " + states(job) + " instead of " + state);
  }

  /** Waits for something. */
  void until(Callable<Boolean> condition, Callable<String> otherwise) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(otherwise.call() + "\n" + logs());
      }
      Thread.sleep(50);
    }
  }

  /** What all jobs have printed. */
  String logs() throws IOException {
    return FijiZip.list(work, "*.{log,out}").stream()
        .map(
            file -> {
              try {
                return "== " + file.getFileName() + "\n" + Files.readString(file);
              } catch (IOException e) {
                return e.toString();
              }
            })
        .collect(Collectors.joining("\n"));
  }

  /** Runs a command and returns what it printed. */
  String run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    File errors = folder.resolveSibling("errors.txt").toFile();
    ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
    builder.redirectError(errors);
    builder.environment().put("SLURM_CONF", folder.resolve("slurm.conf").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .merge("PATH", BIN.toString(), (path, bin) -> bin + File.pathSeparator + path);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(
        0,
        process.waitFor(),
        () -> {
          try {
            return String.join(" ", command) + "\n" + output + Files.readString(errors.toPath());
          } catch (IOException e) {
            return e.toString();
          }
        });
    return output;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run(Map.of(), SCRIPT.toString(), "stop", folder.toString());
  }
}
