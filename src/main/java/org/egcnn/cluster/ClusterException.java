/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import org.egcnn.engine.EngineException;

/** The processes of a cluster did not find each other, or lost each other. */
public class ClusterException extends EngineException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public ClusterException(String message) {
    super(message, null);
  }

  /** Creates the exception. */
  public ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
