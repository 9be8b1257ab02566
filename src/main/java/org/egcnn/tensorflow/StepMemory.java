/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import org.egcnn.engine.EngineOptions.Recomputation;
import org.egcnn.engine.MachineMemory;
import org.egcnn.model.Architecture;
import org.egcnn.model.Size;

/**
 * What a network is expected to need on one machine, and whether its steps spare some of that.
 *
 * @param architecture the network
 * @param parameters the number of its weights
 * @param machines how many machines share the crops of a step
 * @param recomputation what was asked for
 */
record StepMemory(
    Architecture architecture, long parameters, int machines, Recomputation recomputation) {

  /** Whether a step on some crops computes maps again instead of keeping them. */
  boolean recomputes(int count, Size size) {
    return switch (recomputation) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        long present = MachineMemory.forEngine();
        yield present > 0 && bytes(share(count), size, MemoryEstimate.Kind.STEP) > present;
      }
    };
  }

  /** Bytes of a step or a prediction. */
  long bytes(int count, Size size, boolean training) {
    if (!training) {
      return bytes(count, size, MemoryEstimate.Kind.PREDICTION);
    }
    return bytes(
        share(count),
        size,
        recomputes(count, size) ? MemoryEstimate.Kind.RECOMPUTING_STEP : MemoryEstimate.Kind.STEP);
  }

  private long bytes(int count, Size size, MemoryEstimate.Kind kind) {
    return MemoryEstimate.bytes(architecture, parameters, count, size, kind);
  }

  /** The most crops of a step that one machine gets. */
  private int share(int count) {
    return (count + machines - 1) / machines;
  }
}
