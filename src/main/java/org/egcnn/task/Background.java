/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Waits for work on other threads, and throws here what went wrong there. */
public final class Background {
  private Background() {}

  /**
   * Leaves out what has not begun and waits for what has, so that nothing is written afterwards.
   */
  public static void end(ExecutorService threads) {
    threads.shutdownNow();
    await(threads);
  }

  /** Waits for what threads were given to do, which take nothing more. */
  public static void finish(ExecutorService threads) {
    threads.shutdown();
    await(threads);
  }

  private static void await(ExecutorService threads) {
    boolean interrupted = false;
    while (true) {
      try {
        if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The result of work on another thread.
   *
   * @throws IOException if the work failed so
   * @throws CancelledException if the work was cancelled, or this thread is interrupted
   */
  public static <T> T await(Future<T> work) throws IOException, CancelledException {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  /**
   * What to throw for work that failed. Frameworks wrap checked exceptions in their own, so the
   * whole chain of causes is looked at.
   *
   * @return an exception to throw, if none was thrown
   * @throws IOException if that is what the work failed with
   * @throws CancelledException if the work was cancelled
   */
  public static RuntimeException failure(ExecutionException failed)
      throws IOException, CancelledException {
    for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof CancelledException cancelled) {
        throw cancelled;
      }
      if (cause instanceof IOException problem) {
        throw problem;
      }
    }
    if (failed.getCause() instanceof Error error) {
      throw error;
    }
    return failed.getCause() instanceof RuntimeException problem
        ? problem
        : new IllegalStateException(failed.getCause());
  }
}
