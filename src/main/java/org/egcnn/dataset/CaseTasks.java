/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.egcnn.task.Background;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.VolumeIO;
import org.egcnn.volume.VolumeInfo;

/** Does the same for many cases on several threads, with progress and cancelling. */
final class CaseTasks {
  /** An image of float64 values with its mask and what reading takes. */
  private static final int BYTES_PER_VOXEL = 16;

  /**
   * What is done with one item.
   *
   * @param <T> the item
   * @param <R> the result
   */
  @FunctionalInterface
  interface Task<T, R> {
    R apply(T item) throws IOException;
  }

  private CaseTasks() {}

  /**
   * How many threads can read files such as these at once without running out of memory, judged by
   * the largest file.
   *
   * @param files at least one existing file
   */
  static int threads(Collection<Path> files, VolumeIO io) {
    int processors = Runtime.getRuntime().availableProcessors();
    try {
      Path largest = null;
      long most = -1;
      for (Path file : files) {
        if (Files.size(file) > most) {
          most = Files.size(file);
          largest = file;
        }
      }
      VolumeInfo info = io.readInfo(largest);
      double bytes = (double) info.grid().voxels() * info.channels() * BYTES_PER_VOXEL;
      double fitting = Runtime.getRuntime().maxMemory() / 2.0 / bytes;
      return (int) Math.max(1, Math.min(processors, fitting));
    } catch (IOException e) {
      // A file that cannot be read is reported by whoever reads it.
      return 1;
    }
  }

  /**
   * Applies a task to each item.
   *
   * @param what shown with the progress
   * @return the results in the items' order
   * @throws IOException the first item's that failed, in the items' order
   */
  static <T, R> List<R> map(
      List<T> items, int threads, String what, Task<T, R> task, TaskListener listener)
      throws IOException, CancelledException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      AtomicInteger done = new AtomicInteger();
      List<Future<R>> futures = new ArrayList<>();
      for (T item : items) {
        futures.add(
            executor.submit(
                () -> {
                  listener.checkCancelled();
                  R result = task.apply(item);
                  listener.progress(done.incrementAndGet(), items.size(), what);
                  return result;
                }));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(Background.await(future));
      }
      return results;
    } finally {
      Background.end(executor);
    }
  }
}
