/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.tensorflow;

import org.egcnn.engine.Processor;

/** How many numbers in single precision the processor computes at once. */
enum Vectors {
  /** AVX2. */
  OF_8,
  /** AVX-512, and what is taken where the processor is not known. */
  OF_16;

  private static final Vectors PRESENT =
      Processor.current().lacks(Processor.AVX_512) ? OF_8 : OF_16;

  /** This machine's. */
  static Vectors present() {
    return PRESENT;
  }
}
