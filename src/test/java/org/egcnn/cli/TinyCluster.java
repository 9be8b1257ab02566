/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.egcnn.cluster.FreePorts;

/** Tiny trainings by several processes on loopback, one thread each. */
final class TinyCluster implements AutoCloseable {
  private static final int EPOCHS = 20;

  /** As many steps as a test of rounding needs, and enough to be stopped within. */
  private static final List<String> LENGTH =
      List.of(
          "--epochs=" + EPOCHS,
          "--steps-per-epoch=4",
          "--validate-every=10",
          "--threads=1",
          // Adam makes more of rounding the larger its steps are
          "--learning-rate=5e-4");

  final ProgramRun chief;
  final List<ProgramRun> workers = new ArrayList<>();

  private TinyCluster(ProgramRun chief) {
    this.chief = chief;
  }

  /** Trains in the test's own process, to the end. */
  static CliRun alone(Path data, Path model, int batch, String... more) {
    return CliRun.of(arguments(data, model, batch, List.of(more))).successful();
  }

  /** Starts a training with one crop a process. */
  static TinyCluster start(Path data, Path model, int processes, String... more)
      throws IOException {
    int port = FreePorts.first(processes + 1);
    String list =
        IntStream.range(port, port + processes)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    List<String> options = new ArrayList<>(List.of("--cluster=" + list, "--task=0"));
    options.addAll(List.of(more));
    TinyCluster cluster =
        new TinyCluster(ProgramRun.of(arguments(data, model, processes, options)));
    for (int task = 1; task < processes; task++) {
      cluster.workers.add(
          ProgramRun.of("train", "--cluster=" + list, "--task=" + task, "--threads=1"));
    }
    return cluster;
  }

  private static Object[] arguments(Path data, Path model, int batch, List<String> more) {
    List<String> options = new ArrayList<>(LENGTH);
    options.add("--batch=" + batch);
    options.removeIf(
        option -> more.stream().anyMatch(m -> m.startsWith(option.replaceAll("=.*", "="))));
    options.addAll(more);
    List<Object> arguments = new ArrayList<>(List.of(TinyJob.train(data, model)));
    arguments.remove("--batch=1");
    arguments.addAll(options);
    return arguments.toArray();
  }

  /** Waits for the end of all, which must be success. */
  void finish() throws InterruptedException {
    assertEquals(0, chief.exitCode(), chief.text());
    for (ProgramRun worker : workers) {
      assertEquals(0, worker.exitCode(), worker.text());
    }
  }

  /** Compares the losses of all epochs of two trainings. */
  static void assertSameCurve(Path expected, Path actual) throws IOException {
    List<double[]> a = losses(expected);
    List<double[]> b = losses(actual);
    assertEquals(EPOCHS, a.size());
    assertEquals(EPOCHS, b.size());
    for (int epoch = 0; epoch < a.size(); epoch++) {
      for (int k = 0; k < a.get(epoch).length; k++) {
        assertEquals(
            a.get(epoch)[k], b.get(epoch)[k], 1e-4, "loss " + k + " of epoch " + (epoch + 1));
      }
    }
    assertTrue(a.get(EPOCHS - 1)[0] < 0.97 * a.get(0)[0], "nothing was learnt");
  }

  private static List<double[]> losses(Path model) throws IOException {
    List<String> lines = Files.readAllLines(model.resolve("history.csv"));
    List<String> names = List.of(lines.get(0).split(","));
    List<Integer> columns =
        IntStream.range(0, names.size())
            .filter(i -> names.get(i).startsWith("loss"))
            .boxed()
            .toList();
    assertEquals(4, columns.size(), lines.get(0));
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(fields -> columns.stream().mapToDouble(i -> Double.parseDouble(fields[i])).toArray())
        .toList();
  }

  @Override
  public void close() {
    chief.close();
    workers.forEach(ProgramRun::close);
  }
}
