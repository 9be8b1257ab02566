/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.task;

/** Passes everything on to another listener, but for what an implementation does itself. */
public interface ForwardingListener extends TaskListener {

  /** The other listener. */
  TaskListener target();

  @Override
  default void progress(long done, long total, String what) {
    target().progress(done, total, what);
  }

  @Override
  default void info(String message) {
    target().info(message);
  }

  @Override
  default void warn(String message) {
    target().warn(message);
  }

  @Override
  default boolean isCancelled() {
    return target().isCancelled();
  }
}
