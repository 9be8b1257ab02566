/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.engine;

/**
 * How an engine computes; nothing here changes what it computes.
 *
 * @param threads processor threads, or 0 for all
 * @param device {@code auto}, {@code cpu} or {@code gpu:0}
 */
public record EngineOptions(int threads, String device) {

  /** All processors, a graphics card if there is one. */
  public static EngineOptions standard() {
    return new EngineOptions(0, "auto");
  }
}
