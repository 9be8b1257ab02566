/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.util.Locale;
import org.egcnn.engine.EngineOptions;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** A command that computes with a network. */
public abstract class EngineCommand extends TaskCommand {
  /** Leaves a choice to the model, the data or the machine. */
  protected static final String AUTO = "auto";

  @Parameter(
      label = "Processor threads",
      description = "0 for all. Counts for the first network; later ones have as many.",
      min = "0",
      attrs = @Attr(name = PAGE, value = LAST),
      persist = false)
  private int threads;

  @Parameter(
      label = "Device",
      description =
          "auto takes a graphics card if there is one that can be used; else cpu, gpu:0, or gpus for"
              + " all cards.",
      attrs = @Attr(name = PAGE, value = LAST),
      persist = false)
  private String device = EngineOptions.standard().device();

  @Parameter(
      label = "Precision",
      description = "Of the convolutions. bfloat16 is faster where the processor has it.",
      choices = {"float32", "bfloat16"},
      attrs = @Attr(name = PAGE, value = LAST),
      persist = false)
  private String precision = "float32";

  /** How to compute, sparing memory where it is needed. */
  protected final EngineOptions engine() {
    return engine(EngineOptions.standard().recomputation());
  }

  /** How to compute. */
  protected final EngineOptions engine(EngineOptions.Recomputation recomputation) {
    return new EngineOptions(
        threads,
        device,
        recomputation,
        EngineOptions.Precision.valueOf(precision.toUpperCase(Locale.ROOT)));
  }
}
