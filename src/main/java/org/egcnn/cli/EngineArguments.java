/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import org.egcnn.engine.EngineOptions;
import org.egcnn.task.BadInputException;
import picocli.CommandLine.Option;

/** Options of how the engine computes. */
final class EngineArguments implements OptionGroup {
  @Option(names = "--threads", paramLabel = "N", description = "Processor threads; 0 for all.")
  private int threads;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "auto, cpu or gpu:0. 'eg-cnn info' lists what there is.")
  private String device = "auto";

  @Override
  public String heading() {
    return "Computing";
  }

  @Override
  public boolean inProtocols() {
    return false;
  }

  /** Threads and device. */
  EngineOptions options() throws BadInputException {
    if (threads < 0) {
      throw new BadInputException("--threads must be 0 or more");
    }
    return new EngineOptions(threads, device);
  }
}
