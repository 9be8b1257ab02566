/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej.training;

/**
 * What the user asked of a training, and how far it has come: a training is prepared, runs, is
 * asked to stop, and ends. Safe for use by several threads.
 */
final class StopControl {

  /** Where a training stands. */
  enum State {
    /** The cases are read; there is nothing to keep yet. */
    PREPARING,
    /** Steps are taken. */
    RUNNING,
    /** It is asked to stop and to keep what it learnt. */
    STOPPING,
    /** It is asked to stop and to leave nothing behind. */
    DISCARDING,
    /** It has ended. */
    ENDED
  }

  private State state = State.PREPARING;
  private boolean discarded;

  /** Where it stands. */
  synchronized State state() {
    return state;
  }

  /** The first step comes next. */
  synchronized void started() {
    if (state == State.PREPARING) {
      state = State.RUNNING;
    }
  }

  /** The user wants it to stop and to keep what it learnt; has an effect while it runs. */
  synchronized void stopAndKeep() {
    if (state == State.RUNNING) {
      state = State.STOPPING;
    }
  }

  /** The user wants it to stop and to leave nothing behind; has an effect until it ends. */
  synchronized void discard() {
    if (state != State.ENDED) {
      state = State.DISCARDING;
      discarded = true;
    }
  }

  /** It has ended. */
  synchronized void ended() {
    state = State.ENDED;
  }

  /** Whether it shall stop. */
  synchronized boolean isStopping() {
    return state == State.STOPPING || state == State.DISCARDING;
  }

  /** Whether the user asked to leave nothing behind; stays so when it has ended. */
  synchronized boolean isDiscarded() {
    return discarded;
  }

  /** Whether it can be asked to stop and keep. */
  synchronized boolean canKeep() {
    return state == State.RUNNING;
  }

  /** Whether it can be asked to stop. */
  synchronized boolean canCancel() {
    return state == State.PREPARING || state == State.RUNNING;
  }
}
