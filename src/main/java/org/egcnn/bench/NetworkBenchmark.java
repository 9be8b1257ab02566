/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.egcnn.engine.Engine;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.engine.EngineOptions.Recomputation;
import org.egcnn.engine.MachineMemory;
import org.egcnn.model.Backbone;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/** Steps and predictions, variants of one network taking turns. */
final class NetworkBenchmark {
  private static final String HEAP = "512m";

  private final BenchmarkSettings settings;
  private final BareConvolutions convolutions;
  private final long memory;

  NetworkBenchmark(Engine engine, BenchmarkSettings settings) {
    this(engine, settings, MachineMemory.forEngine());
  }

  /** One for a machine of some memory in bytes; 0 if unknown. */
  NetworkBenchmark(Engine engine, BenchmarkSettings settings, long memory) {
    this.settings = settings;
    this.memory = memory;
    convolutions = new BareConvolutions(engine, settings);
  }

  /** Networks that are compared with each other: they differ in one respect or two. */
  static List<List<NetworkCase>> groups(BenchmarkSettings settings) {
    List<List<NetworkCase>> groups = new ArrayList<>();
    for (int batch : settings.batches()) {
      for (SizedCrop crop : settings.crops()) {
        for (Backbone backbone : settings.backbones()) {
          for (boolean training : new boolean[] {true, false}) {
            NetworkCase plain =
                new NetworkCase(
                    backbone,
                    false,
                    crop.size(),
                    crop.width(),
                    batch,
                    training,
                    Precision.FLOAT32,
                    Recomputation.NEVER);
            groups.add(variants(plain, settings));
          }
        }
      }
    }
    return groups;
  }

  private static List<NetworkCase> variants(NetworkCase plain, BenchmarkSettings settings) {
    List<NetworkCase> variants = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      if (settings.precisions().contains(precision)) {
        variants.add(plain.withPrecision(precision));
        variants.add(plain.withPrecision(precision).withEdgeStream(true));
      }
    }
    if (plain.training() && settings.precisions().contains(Precision.FLOAT32)) {
      variants.add(plain.withEdgeStream(true).withRecomputation(Recomputation.ALWAYS));
    }
    return variants;
  }

  /**
   * Measures a group.
   *
   * @param rows where the rows go
   * @param notes where it says what does not fit into memory
   */
  void run(
      List<NetworkCase> group,
      Collection<NetworkRow> rows,
      Collection<String> notes,
      TaskListener listener)
      throws IOException, CancelledException {
    List<NetworkCase> fitting = new ArrayList<>();
    List<Child> children = new ArrayList<>();
    try {
      long needed = 0;
      for (NetworkCase network : group) {
        listener.checkCancelled();
        Child child = start(network);
        children.add(child);
        long estimate = Long.parseLong(child.ask("estimate"));
        if (memory > 0 && estimate > memory) {
          notes.add(network + ": does not fit into memory");
          children.remove(children.size() - 1).close();
        } else {
          fitting.add(network);
          needed += estimate;
        }
      }
      if (memory > 0 && needed > memory) {
        oneByOne(fitting, children, rows, listener);
      } else {
        rows.addAll(measure(fitting, children, true, listener));
      }
    } finally {
      children.forEach(Child::close);
    }
  }

  private void oneByOne(
      List<NetworkCase> networks,
      List<Child> children,
      Collection<NetworkRow> rows,
      TaskListener listener)
      throws IOException, CancelledException {
    for (int i = 0; i < networks.size(); i++) {
      rows.addAll(measure(networks.subList(i, i + 1), children.subList(i, i + 1), false, listener));
      children.get(i).close();
    }
  }

  private List<NetworkRow> measure(
      List<NetworkCase> networks, List<Child> children, boolean alternating, TaskListener listener)
      throws IOException, CancelledException {
    List<TimedRun> runs = children.stream().map(child -> TimedRun.of(child, "run")).toList();
    List<Timing> timings = settings.rounds().of(runs, listener);
    List<NetworkRow> rows = new ArrayList<>();
    for (int i = 0; i < networks.size(); i++) {
      long peak = Long.parseLong(children.get(i).ask("peak"));
      NetworkCase network = networks.get(i);
      rows.add(
          new NetworkRow(
              network,
              timings.get(i),
              convolutions.seconds(network, listener),
              network.operations(),
              peak,
              alternating));
    }
    return rows;
  }

  private Child start(NetworkCase network) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(Integer.toString(settings.threads()));
    arguments.addAll(network.words());
    return Child.java(NetworkProcess.class, HEAP, arguments);
  }
}
