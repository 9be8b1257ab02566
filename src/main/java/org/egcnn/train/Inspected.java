/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.train;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.egcnn.inspect.Inspection;

/**
 * What is seen inside a network.
 *
 * @param numbers what is kept for each epoch
 * @param picture edges and attention in a slice of one case, of which the newest is kept
 */
public record Inspected(Inspection numbers, Optional<BufferedImage> picture) {
  /** Nothing was looked at. */
  static final Inspected NOTHING = new Inspected(Inspection.NONE, Optional.empty());
}
