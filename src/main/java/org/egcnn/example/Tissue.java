/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.example;

/** What a voxel is made of, with its usual intensity in a contrast-enhanced CT. */
enum Tissue {
  /** Around the patient. */
  AIR(-1000, 0, 0),
  /** Under the skin and between the organs. */
  FAT(-95, 8, 8),
  /** Abdominal wall, psoas, back. */
  MUSCLE(62, 6, 8),
  /** Outer layer of the vertebrae. */
  CORTICAL_BONE(480, 60, 60),
  /** Inside of the vertebrae. */
  SPONGY_BONE(200, 20, 40),
  /** Between the vertebrae, and the spinal canal. */
  DISC(75, 8, 8),
  /** Liver, close to a tumour's intensity. */
  LIVER(118, 8, 8),
  /** Spleen, as bright as the kidneys. */
  SPLEEN(182, 8, 9),
  /** Aorta and vena cava. */
  VESSEL(205, 15, 5),
  /** Bowel wall and content. */
  BOWEL(55, 25, 15),
  /** Bowel filled with oral contrast, as bright as the kidneys. */
  CONTRAST_BOWEL(182, 15, 9),
  /** Gas in the bowel. */
  GAS(-850, 30, 10),
  /** Parenchyma. */
  KIDNEY(182, 8, 9),
  /** Fat and vessels in the hilum. */
  SINUS(-45, 15, 20),
  /** Less bright than the kidney around it. */
  TUMOUR(120, 6, 12);

  private final double hounsfield;
  private final double betweenPatients;
  private final double texture;

  Tissue(double hounsfield, double betweenPatients, double texture) {
    this.hounsfield = hounsfield;
    this.betweenPatients = betweenPatients;
    this.texture = texture;
  }

  /** Mean intensity in HU. */
  double hounsfield() {
    return hounsfield;
  }

  /** How far a patient's mean may lie from the usual one, HU either way. */
  double betweenPatients() {
    return betweenPatients;
  }

  /** Standard deviation of the texture within a patient, HU. */
  double texture() {
    return texture;
  }

  /** The label value: 1 kidney, 2 tumour, 0 anything else. */
  int label() {
    return switch (this) {
      case KIDNEY -> 1;
      case TUMOUR -> 2;
      default -> 0;
    };
  }
}
