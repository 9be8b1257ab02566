/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import java.time.Duration;

/**
 * How processes watch each other.
 *
 * @param beat how often each says that it lives
 * @param silence after how long without a word it counts as lost
 */
record Timing(Duration beat, Duration silence) {
  /** A process that hangs is reported within 15 seconds; pauses of Java are far shorter. */
  static final Timing STANDARD = new Timing(Duration.ofSeconds(1), Duration.ofSeconds(15));
}
