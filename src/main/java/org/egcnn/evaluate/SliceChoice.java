/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.evaluate;

/** Which slice of a case a {@link PaperFigure} shows. */
public enum SliceChoice {
  /**
   * The slice that shows the reference's classes best: that with the largest sum over the classes
   * of the class's area in the slice, divided by its largest area in any slice. With one class it
   * is the slice in which that is largest; with more, a small tumour counts as much as a kidney.
   */
  LARGEST_REFERENCE,

  /** The slice with the most voxels in which a prediction's label is not the reference's. */
  MOST_ERRORS
}
