/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import net.imglib2.parallel.Parallelization;
import org.egcnn.task.Background;
import org.egcnn.task.CancelledException;
import org.egcnn.task.TaskListener;
import org.egcnn.volume.Grid;

/**
 * Works on several cases at a time, as many as threads and memory allow. Threads that are left over
 * because there are few cases work inside a case.
 */
final class CasePool {
  /** Two masks and an image of at most 4 bytes a voxel, their surfaces and a distance image. */
  private static final long BYTES_PER_VOXEL = 24;

  /** A further mask of a case, which is held while the case is drawn. */
  private static final long BYTES_PER_FURTHER_VOXEL = 4;

  private static final long MIB = 1 << 20;

  private final int threads;
  private final int budgetMib;

  /** What is done with one case. */
  @FunctionalInterface
  interface Work<T> {
    T apply(CasePair pair) throws IOException, CancelledException;
  }

  /**
   * A pool that is used for one call at a time and keeps nothing between calls.
   *
   * @param threads the threads to use
   * @param memory the bytes that the cases in work may take together; a case that needs more than
   *     all of it is worked on alone
   */
  CasePool(int threads, long memory) {
    this.threads = threads;
    this.budgetMib = (int) Math.max(1, Math.min(Integer.MAX_VALUE, memory / MIB));
  }

  /**
   * Works on every case and waits for all.
   *
   * @param pairs the cases
   * @param grids their grids, in the same order
   * @param furtherMasks how many masks of each case the work holds beside the pair's
   * @param what the work in a few words, for the listener
   * @return the results in no particular order
   * @throws IOException the first failure; cases not yet begun are then left alone
   */
  <T> List<T> run(
      List<CasePair> pairs,
      List<Grid> grids,
      int furtherMasks,
      Work<T> work,
      String what,
      TaskListener listener)
      throws IOException, CancelledException {
    int workers = Math.min(threads, pairs.size());
    int threadsInside = Math.max(1, threads / workers);
    ExecutorService executor = Executors.newFixedThreadPool(workers);
    CompletionService<T> completion = new ExecutorCompletionService<>(executor);
    Semaphore memory = new Semaphore(budgetMib, true);
    try {
      for (int i = 0; i < pairs.size(); i++) {
        CasePair pair = pairs.get(i);
        int share = share(grids.get(i).voxels(), furtherMasks);
        completion.submit(
            () -> {
              memory.acquire(share);
              try {
                listener.checkCancelled();
                return Parallelization.runWithNumThreads(threadsInside, () -> work.apply(pair));
              } finally {
                memory.release(share);
              }
            });
      }
      return collect(completion, pairs.size(), what, listener);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } finally {
      Background.end(executor);
    }
  }

  private int share(long voxels, int furtherMasks) {
    long bytes = voxels * (BYTES_PER_VOXEL + furtherMasks * BYTES_PER_FURTHER_VOXEL);
    return (int) Math.min(budgetMib, 1 + bytes / MIB);
  }

  private static <T> List<T> collect(
      CompletionService<T> completion, int count, String what, TaskListener listener)
      throws IOException, CancelledException, InterruptedException {
    List<T> results = new ArrayList<>();
    listener.progress(0, count, what);
    while (results.size() < count) {
      results.add(Background.await(completion.take()));
      listener.progress(results.size(), count, what);
    }
    return results;
  }
}
