/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.util.concurrent.CountDownLatch;

/**
 * Lets a task end in order when its process is asked to end, by SIGTERM for example: the Java
 * machine, which runs a hook then, goes on until the task has written what it leaves. Where
 * somebody is looking nothing is done: who quits ImageJ wants to leave at once.
 */
final class OrderlyEnd implements AutoCloseable {
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopTask, "eg-cnn-orderly-end");
  private volatile boolean requested;

  /** Watches over a task that begins. */
  static OrderlyEnd watch() {
    OrderlyEnd end = new OrderlyEnd();
    if (!Screen.isWatched()) {
      try {
        Runtime.getRuntime().addShutdownHook(end.hook);
      } catch (IllegalStateException e) {
        // the process ends already
        end.requested = true;
      }
    }
    return end;
  }

  /** Whether the task should stop. */
  boolean isRequested() {
    return requested;
  }

  private void stopTask() {
    requested = true;
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The task has ended. */
  @Override
  public void close() {
    ended.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // it is running, and ends now
      }
    }
  }
}
