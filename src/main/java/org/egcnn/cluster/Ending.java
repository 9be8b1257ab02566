/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

/** How a training over several processes ended, as the chief tells the workers. */
public enum Ending {
  /** It is complete. */
  FINISHED,
  /** Somebody asked it to stop. */
  CANCELLED,
  /** It failed; the chief's messages say why. */
  FAILED
}
