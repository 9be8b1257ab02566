/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;

/**
 * How fast memory streams, after McCalpin's STREAM: arrays larger than any cache, each thread its
 * own stretch of them.
 */
final class BandwidthBenchmark {
  private static final int FLOATS = 32 << 20;
  private static final int SMALL = 1 << 20;
  private static final float FACTOR = 3;

  private final float[] a;
  private final float[] b;
  private final float[] c;
  private final BenchmarkSettings settings;

  BandwidthBenchmark(BenchmarkSettings settings) {
    int length = settings.small() ? SMALL : FLOATS;
    a = new float[length];
    b = new float[length];
    c = new float[length];
    this.settings = settings;
  }

  /** Does something with the elements from one index to before another. */
  @FunctionalInterface
  private interface Kernel {
    void run(int from, int to);
  }

  /** Measures copying and the triad. */
  List<BandwidthRow> run(TaskListener listener) throws IOException, CancelledException {
    int threads =
        settings.threads() > 0 ? settings.threads() : Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      return List.of(
          measure("copy", 2, this::copy, threads, pool, listener),
          measure("triad", 3, this::triad, threads, pool, listener));
    } finally {
      pool.shutdownNow();
    }
  }

  private void copy(int from, int to) {
    System.arraycopy(b, from, a, from, to - from);
  }

  private void triad(int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = b[i] + FACTOR * c[i];
    }
  }

  private BandwidthRow measure(
      String name,
      int arrays,
      Kernel kernel,
      int threads,
      ExecutorService pool,
      TaskListener listener)
      throws IOException, CancelledException {
    List<Callable<Void>> parts = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int from = (int) ((long) a.length * t / threads);
      int to = (int) ((long) a.length * (t + 1) / threads);
      parts.add(
          () -> {
            kernel.run(from, to);
            return null;
          });
    }
    Timing timing = settings.shortRounds().of(() -> all(pool, parts), listener);
    double bytes = (double) Float.BYTES * arrays * a.length;
    return new BandwidthRow(name, timing, bytes / timing.minSeconds() / 1e9);
  }

  private static void all(ExecutorService pool, List<Callable<Void>> parts)
      throws CancelledException {
    try {
      for (Future<Void> part : pool.invokeAll(parts)) {
        part.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
