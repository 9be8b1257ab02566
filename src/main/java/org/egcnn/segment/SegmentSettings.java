/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.util.Optional;
import java.util.Set;
import org.egcnn.model.Size;

/**
 * How volumes are segmented.
 *
 * @param window the windows' size; empty takes the crop size the model was trained with
 * @param overlap share of a window's side that neighbouring windows share at least, 0 to below 1
 * @param batch windows predicted at once, at least 1
 * @param mirror axes along which windows are also predicted mirrored, all combinations averaged:
 *     one axis doubles the time, three take eight times as long
 * @param skipEmpty whether windows without any non-zero voxel are background without asking the
 *     network. It has an effect only where all channels are normalised over their non-zero voxels,
 *     so that 0 means "no tissue here"
 * @param largestComponent whether only the largest connected part of each class or region is kept
 *     in the labels; voxels that share a corner are connected
 * @param outputs what is made
 */
public record SegmentSettings(
    Optional<Size> window,
    double overlap,
    int batch,
    Set<Axis> mirror,
    boolean skipEmpty,
    boolean largestComponent,
    Set<OutputKind> outputs) {

  /** Copies the sets and checks the ranges. */
  public SegmentSettings {
    mirror = Set.copyOf(mirror);
    outputs = Set.copyOf(outputs);
    if (!(overlap >= 0 && overlap < 1)) {
      throw new IllegalArgumentException("the overlap must be at least 0 and below 1");
    }
    if (batch < 1) {
      throw new IllegalArgumentException("the batch must be at least 1");
    }
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("at least one kind of output is needed");
    }
  }

  /** Settings that keep every part. */
  public SegmentSettings(
      Optional<Size> window,
      double overlap,
      int batch,
      Set<Axis> mirror,
      boolean skipEmpty,
      Set<OutputKind> outputs) {
    this(window, overlap, batch, mirror, skipEmpty, false, outputs);
  }

  /** Labels only, the model's own window, overlap 0.5, no mirroring. */
  public static SegmentSettings standard() {
    return new SegmentSettings(Optional.empty(), 0.5, 1, Set.of(), true, Set.of(OutputKind.LABELS));
  }

  /** The same with other outputs. */
  public SegmentSettings withOutputs(Set<OutputKind> others) {
    return new SegmentSettings(window, overlap, batch, mirror, skipEmpty, largestComponent, others);
  }
}
