/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.egcnn.engine.Batch;
import org.egcnn.engine.Prediction;
import org.egcnn.engine.Predictor;
import org.egcnn.model.Architecture;
import org.egcnn.prepare.Prepared;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/**
 * Asks the network for every window of a volume and blends the answers plane by plane. Windows with
 * the same first plane are batched together; the planes above them are finished before the next
 * ones begin.
 */
final class WindowedPrediction {
  private final Predictor network;
  private final Architecture architecture;
  private final WindowSettings settings;

  WindowedPrediction(Predictor network, Architecture architecture, WindowSettings settings) {
    this.network = network;
    this.architecture = architecture;
    this.settings = settings;
  }

  /** A window to predict: its first voxel x, y, z and the axes it is mirrored along. */
  private record Item(long[] start, int mirror) {}

  /** Where the windows of each wanted output are blended. */
  private record Slabs(
      Optional<RollingSlab> probabilities,
      Optional<RollingSlab> edges,
      Optional<RollingSlab> gates) {

    void finishBefore(long z) {
      probabilities.ifPresent(s -> s.finishBefore(z));
      edges.ifPresent(s -> s.finishBefore(z));
      gates.ifPresent(s -> s.finishBefore(z));
    }

    /** Adds the n-th window of a prediction. */
    void add(Prediction prediction, int n, Item item, float scale) {
      probabilities.ifPresent(
          s -> s.add(item.start(), prediction.probabilities(), n, item.mirror(), scale));
      edges.ifPresent(
          s -> s.add(item.start(), prediction.edges().orElseThrow(), n, item.mirror(), scale));
      gates.ifPresent(
          s -> s.add(item.start(), prediction.gates().orElseThrow(), n, item.mirror(), scale));
    }
  }

  /**
   * Predicts a volume on its network grid.
   *
   * @param prepared the volume
   * @param probabilities takes planes of {@link Architecture#outputChannels()} values a voxel
   * @param edges takes planes of K edge probabilities a voxel; only for a network with an edge
   *     stream
   * @param gates takes planes of {@link Architecture#gates()} values a voxel; only for a network
   *     with gates
   * @param listener hears of each window; asked whether to stop between batches
   */
  void run(
      Prepared prepared,
      Optional<PlaneSink> probabilities,
      Optional<PlaneSink> edges,
      Optional<PlaneSink> gates,
      TaskListener listener)
      throws CancelledException {
    long[] size = prepared.size();
    SlidingWindow windows = new SlidingWindow(size, settings.window(), settings.overlap());
    WindowReader reader = new WindowReader(prepared, settings.window());
    Slabs slabs =
        new Slabs(
            probabilities.map(
                sink -> new RollingSlab(size, windows, architecture.outputChannels(), sink)),
            edges.map(sink -> new RollingSlab(size, windows, architecture.outputs(), sink)),
            gates.map(sink -> new RollingSlab(size, windows, architecture.gates(), sink)));
    long done = 0;
    listener.progress(0, windows.count(), "windows");
    for (long z : windows.starts(2)) {
      slabs.finishBefore(z);
      List<Item> items = new ArrayList<>();
      for (long y : windows.starts(1)) {
        for (long x : windows.starts(0)) {
          long[] start = {x, y, z};
          if (settings.skipEmpty() && reader.isEmpty(start)) {
            addBackground(slabs.probabilities(), start);
            done++;
          } else {
            settings.mirrors().forEach(m -> items.add(new Item(start, m)));
          }
        }
      }
      done = predict(items, reader, slabs, done, windows.count(), listener);
    }
    slabs.finishBefore(size[2]);
  }

  private void addBackground(Optional<RollingSlab> slab, long[] start) {
    // With regions, and for edges and gates, background is 0 in all channels: what the slab holds
    // already.
    if (architecture.exclusive()) {
      slab.ifPresent(s -> s.addCertain(start, 0, 1));
    }
  }

  private long predict(
      List<Item> items,
      WindowReader reader,
      Slabs slabs,
      long done,
      long total,
      TaskListener listener)
      throws CancelledException {
    int mirrors = settings.mirrors().size();
    float scale = 1f / mirrors;
    for (int first = 0; first < items.size(); first += settings.batch()) {
      listener.checkCancelled();
      List<Item> some = items.subList(first, Math.min(items.size(), first + settings.batch()));
      try (Batch batch = network.allocate(some.size(), settings.window())) {
        for (int i = 0; i < some.size(); i++) {
          reader.read(some.get(i).start(), some.get(i).mirror(), batch.images(), i);
        }
        try (Prediction prediction =
            slabs.gates().isPresent() ? network.predictWithGates(batch) : network.predict(batch)) {
          for (int i = 0; i < some.size(); i++) {
            slabs.add(prediction, i, some.get(i), scale);
          }
        }
      }
      listener.progress(done + (first + some.size()) / mirrors, total, "windows");
    }
    return done + items.size() / mirrors;
  }
}
