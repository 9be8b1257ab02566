/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.command;

import java.util.Optional;
import java.util.Set;
import org.egcnn.model.Size;
import org.egcnn.segment.Axis;
import org.egcnn.segment.OutputKind;
import org.egcnn.segment.SegmentSettings;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** A command that segments, window by window. */
public abstract class SegmentingCommand extends EngineCommand {
  /** What a model folder may be. */
  static final String MODEL_FOLDER =
      "A folder that a training has written, with model.json; or a folder of several such, whose"
          + " predictions are averaged.";

  @Parameter(
      label = "Window size",
      description = "Slices x height x width, such as 64x96x96; auto for the model's crop.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private String window = AUTO;

  @Parameter(
      label = "Overlap of windows",
      description = "The share of a side that neighbouring windows share; more is smoother.",
      min = "0",
      max = "0.95",
      attrs = @Attr(name = PAGE),
      persist = false)
  private double overlap = SegmentSettings.standard().overlap();

  @Parameter(
      label = "Mirror along axes",
      description = "Averages over mirrored copies, such as xy; each axis doubles the time.",
      choices = {"none", "x", "y", "z", "xy", "xz", "yz", "xyz"},
      attrs = @Attr(name = PAGE),
      persist = false)
  private String mirror = "none";

  @Parameter(
      label = "Windows at once",
      description = "More may be faster on a graphics card and need more memory.",
      min = "1",
      max = "64",
      attrs = @Attr(name = PAGE),
      persist = false)
  private int batch = SegmentSettings.standard().batch();

  @Parameter(
      label = "Only the largest part of each class",
      description = "Takes away what is not connected with it; for organs of which there is one.",
      attrs = @Attr(name = PAGE),
      persist = false)
  private boolean largest_component;

  /**
   * How to segment.
   *
   * @param outputs what is to be made
   * @throws IllegalArgumentException if an input is malformed or out of its range
   */
  protected final SegmentSettings settings(Set<OutputKind> outputs) {
    return new SegmentSettings(
        window.equals(AUTO) ? Optional.empty() : Optional.of(Size.parse(window)),
        overlap,
        batch,
        Axis.parse(mirror),
        SegmentSettings.standard().skipEmpty(),
        largest_component,
        outputs);
  }
}
