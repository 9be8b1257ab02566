/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.egcnn.engine.EngineOptions.Precision;
import org.egcnn.engine.EngineOptions.Recomputation;
import org.egcnn.model.Backbone;
import org.egcnn.model.Size;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/**
 * Times Seg-Net and U-Net beside the same networks in PyTorch, each in a process of its own that
 * takes its turn, and prints the ratio to the fastest peer. Before that each peer, given our
 * weights, must make of an example what our network makes of it.
 *
 * <p>Arguments, each with a default: backbones {@code seg-net,u-net}, sizes {@code 64:8,96:16},
 * {@code step,inference}, rounds 5 and threads (all processors).
 */
final class PyTorchComparison {
  /** The largest difference of probabilities between two builds of one function. */
  static final double TOLERANCE = 1e-4;

  private static final List<String> LAYOUTS = List.of("ncdhw", "channels_last_3d");
  private static final TaskListener SILENT = new TaskListener() {};

  private final Rounds rounds;
  private final int threads;

  private PyTorchComparison(Rounds rounds, int threads) {
    this.rounds = rounds;
    this.threads = threads;
  }

  public static void main(String[] arguments) throws Exception {
    List<String> backbones = words(arguments, 0, "seg-net,u-net");
    List<String> sizes = words(arguments, 1, "64:8,96:16");
    List<String> modes = words(arguments, 2, "step,inference");
    int rounds = Integer.parseInt(words(arguments, 3, "5").get(0));
    int processors = Runtime.getRuntime().availableProcessors();
    int threads = Integer.parseInt(words(arguments, 4, "" + processors).get(0));
    PyTorchComparison comparison = new PyTorchComparison(new Rounds(rounds, 0, rounds), threads);
    System.out.printf(
        "%s, %d threads, load average before %.2f%n%n",
        Machine.present("").processor(), threads, Machine.load());
    System.out.println("| network | who | median s | min s | peer / ours | memory, GiB |");
    System.out.println("| --- | --- | ---: | ---: | ---: | ---: |");
    for (String size : sizes) {
      for (String backbone : backbones) {
        for (String mode : modes) {
          comparison.run(
              network(Backbone.parse(backbone), SizedCrop.parse(size), mode.equals("step")));
        }
      }
    }
  }

  private static List<String> words(String[] arguments, int index, String standard) {
    return List.of((index < arguments.length ? arguments[index] : standard).split(","));
  }

  private static NetworkCase network(Backbone backbone, SizedCrop crop, boolean training) {
    Size size = crop.size();
    return new NetworkCase(
        backbone, false, size, crop.width(), 1, training, Precision.FLOAT32, Recomputation.NEVER);
  }

  private void run(NetworkCase network) throws IOException, CancelledException {
    Path folder = Files.createTempDirectory("pytorch");
    Map<String, Child> children = new LinkedHashMap<>();
    try {
      List<String> arguments = new ArrayList<>(List.of(Integer.toString(threads)));
      arguments.addAll(network.words());
      Child ours = Child.java(NetworkProcess.class, "512m", arguments);
      children.put("ours", ours);
      ours.ask("export " + folder);
      for (PyTorchPeer peer : PyTorchPeer.all()) {
        for (String layout : LAYOUTS) {
          children.put(peer.name() + ", " + layout, start(peer, folder, network, layout));
        }
      }
      report(network, children);
    } finally {
      children.values().forEach(Child::close);
      Files.deleteIfExists(folder.resolve(ExchangeFiles.WEIGHTS));
      Files.deleteIfExists(folder.resolve(ExchangeFiles.EXAMPLE));
      Files.delete(folder);
    }
  }

  private Child start(PyTorchPeer peer, Path folder, NetworkCase network, String layout)
      throws IOException, CancelledException {
    List<String> words = new ArrayList<>(peer.command());
    words.addAll(
        List.of(
            folder.toString(),
            network.backbone().label(),
            Integer.toString(network.crop().depth()),
            layout,
            network.training() ? "step" : "inference",
            Integer.toString(threads)));
    Child child = Child.start(words);
    double difference = Double.parseDouble(child.ask("check"));
    if (!(difference <= TOLERANCE)) {
      child.close();
      throw new IOException(
          peer.name() + " computes another function than ours: it differs by " + difference);
    }
    return child;
  }

  private void report(NetworkCase network, Map<String, Child> children)
      throws IOException, CancelledException {
    List<TimedRun> runs =
        children.values().stream().map(child -> TimedRun.of(child, "run")).toList();
    List<Timing> timings = rounds.of(runs, SILENT);
    double ours = timings.get(0).medianSeconds();
    int i = 0;
    for (Map.Entry<String, Child> child : children.entrySet()) {
      Timing timing = timings.get(i++);
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %.3f | %.3f | %.2f | %.2f |%n",
          network,
          child.getKey(),
          timing.medianSeconds(),
          timing.minSeconds(),
          timing.medianSeconds() / ours,
          Long.parseLong(child.getValue().ask("peak")) / (double) (1 << 30));
    }
    double best = timings.stream().skip(1).mapToDouble(Timing::medianSeconds).min().orElseThrow();
    System.out.printf(
        Locale.ROOT, "| %s | **best peer over ours** | | | **%.2f** | |%n", network, best / ours);
  }
}
