/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.egcnn.engine.Batch;
import org.egcnn.engine.Network;
import org.egcnn.model.Size;
import org.egcnn.task.Background;
import org.egcnn.task.CancelledException;

/**
 * Batches prepared ahead of the optimiser by threads of its own, handed out in the order of their
 * steps. {@link #take} and {@link #giveBack} alternate; one thread calls them.
 */
final class BatchQueue implements AutoCloseable {

  /**
   * A batch ready for its step.
   *
   * @param batch the crops
   * @param cases the names of the cases they come from
   */
  record Filled(Batch batch, List<String> cases) {}

  private final BatchFiller filler;
  private final long end;
  private final List<Batch> batches = new ArrayList<>();
  private final Queue<Future<Filled>> pending = new ArrayDeque<>();
  private final ExecutorService threads;
  private long next;

  /**
   * Starts filling.
   *
   * @param network whose batches are filled
   * @param count crops in a batch
   * @param size crop size
   * @param first the first step to hand out
   * @param end the step after the last
   * @param parallel threads, at least 1; one batch more than threads is allocated
   */
  BatchQueue(
      Network network,
      BatchFiller filler,
      int count,
      Size size,
      long first,
      long end,
      int parallel) {
    this.filler = filler;
    this.next = first;
    this.end = end;
    this.threads =
        Executors.newFixedThreadPool(
            parallel,
            task -> {
              Thread thread = new Thread(task, "EG-CNN crops");
              thread.setDaemon(true);
              return thread;
            });
    try {
      for (int i = 0; i <= parallel && first + i < end; i++) {
        Batch batch = network.allocate(count, size);
        batches.add(batch);
        fill(batch);
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void fill(Batch batch) {
    if (next < end) {
      long step = next++;
      pending.add(threads.submit(() -> new Filled(batch, filler.fill(batch, step))));
    }
  }

  /**
   * The next step's batch, when it is ready.
   *
   * @throws IOException if a case could not be read; the message names it
   * @throws CancelledException if the thread is interrupted
   */
  Filled take() throws IOException, CancelledException {
    return Background.await(pending.remove());
  }

  /** Returns a batch that was taken, to be filled again. */
  void giveBack(Filled filled) {
    fill(filled.batch());
  }

  /** Waits for the threads to finish what they are doing, then releases the batches. */
  @Override
  public void close() {
    pending.forEach(future -> future.cancel(false));
    Background.finish(threads);
    batches.forEach(Batch::close);
  }
}
