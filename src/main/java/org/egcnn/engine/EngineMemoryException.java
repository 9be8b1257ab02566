/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

/** The engine could not get the memory it needs; a smaller crop or batch may fit. */
public class EngineMemoryException extends EngineException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public EngineMemoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
