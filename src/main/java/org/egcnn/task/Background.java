/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for work on other threads and throws here what went wrong there. */
public final class Background {
  private Background() {}

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
