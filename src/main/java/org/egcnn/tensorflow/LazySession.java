/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import java.util.function.Supplier;
import org.tensorflow.Session;

/**
 * A graph's session, opened when it is first needed. The first session of a process decides for all
 * how many threads there are, so that a network whose size alone is asked for must not open one.
 */
final class LazySession implements AutoCloseable {
  private final Supplier<Session> opening;
  private Session session;

  LazySession(Supplier<Session> opening) {
    this.opening = opening;
  }

  /** The session. */
  synchronized Session get() {
    if (session == null) {
      session = opening.get();
    }
    return session;
  }

  @Override
  public synchronized void close() {
    if (session != null) {
      session.close();
    }
  }
}
