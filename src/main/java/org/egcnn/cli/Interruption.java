/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/**
 * Turns Ctrl-C and SIGTERM into a wish that the running task hears. A shutdown hook, which the Java
 * machine runs on these signals, keeps the process alive until the task has written what it leaves.
 */
final class Interruption {
  private final CountDownLatch ended = new CountDownLatch(1);
  private final PrintWriter err;
  private volatile boolean requested;
  private volatile int code;

  private Interruption(PrintWriter err) {
    this.err = err;
  }

  /**
   * Starts to listen for signals.
   *
   * @param err where the user is asked to wait
   */
  static Interruption install(PrintWriter err) {
    Interruption interruption = new Interruption(err);
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::stopTask, "eg-cnn-interruption"));
    return interruption;
  }

  /** Whether the process was asked to stop. */
  boolean isRequested() {
    return requested;
  }

  /** Ends the process. */
  void exit(int exitCode) {
    code = exitCode;
    ended.countDown();
    System.exit(exitCode);
  }

  private void stopTask() {
    if (ended.getCount() == 0) {
      return;
    }
    requested = true;
    err.println();
    err.println("Stopping: the running step is finished and results are written, please wait");
    boolean interrupted = false;
    while (ended.getCount() > 0) {
      try {
        ended.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    // The Java machine would end with 128 plus the signal's number, whatever the task made of it
    Runtime.getRuntime().halt(code);
  }
}
