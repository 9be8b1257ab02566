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
      description = {
        "auto, cpu, gpu:0, gpus for every graphics card, or several separated by commas: a training"
            + " step then spreads its crops over them. 'eg-cnn info' lists what there is."
      })
  private String device = "auto";

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      defaultValue = "float32",
      description =
          "Numbers of the convolutions: float32, or bfloat16, which is faster where the processor"
              + " has it.")
  private EngineOptions.Precision precision;

  @Override
  public String heading() {
    return "Computing";
  }

  /** How to predict. */
  EngineOptions options() throws BadInputException {
    return options(EngineOptions.standard().recomputation());
  }

  /** How to learn. */
  EngineOptions options(EngineOptions.Recomputation recomputation) throws BadInputException {
    if (threads < 0) {
      throw new BadInputException("--threads must be 0 or more");
    }
    return new EngineOptions(threads, device, recomputation, precision);
  }
}
