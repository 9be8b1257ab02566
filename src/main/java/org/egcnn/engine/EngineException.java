/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

/** The engine failed; the message is for the user. */
public class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
