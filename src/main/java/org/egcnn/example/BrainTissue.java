/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

/** What a voxel of a brain is made of, with its usual intensity in each modality. */
enum BrainTissue {
  /** Ventricles and sulci. */
  FLUID(0, 150, 150, 950, 120),
  /** Cortex and deep nuclei. */
  GREY(0, 420, 430, 500, 520),
  /** White matter. */
  WHITE(0, 560, 570, 380, 430),
  /** Oedema around a tumour. */
  OEDEMA(2, 400, 410, 760, 820),
  /** Dead core of a high-grade tumour. */
  NECROSIS(1, 260, 270, 820, 480),
  /** Core of a low-grade tumour, which takes up no contrast agent. */
  NON_ENHANCING(1, 380, 390, 780, 700),
  /** Rim of a high-grade tumour's core, bright after contrast agent. */
  ENHANCING(4, 440, 900, 560, 640);

  private final int label;
  private final double[] intensities;

  BrainTissue(int label, double... intensities) {
    this.label = label;
    this.intensities = intensities;
  }

  /** The label value of BraTS: 1, 2, 4, or 0 outside of the tumour. */
  int label() {
    return label;
  }

  /** The usual intensity in a modality, in the order T1, T1c, T2, FLAIR. */
  double intensity(int modality) {
    return intensities[modality];
  }
}
