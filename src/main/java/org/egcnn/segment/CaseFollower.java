/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

/** Hears of each case of many as soon as something becomes of it. Called from several threads. */
interface CaseFollower {
  /** Follows nothing. */
  CaseFollower NONE = new CaseFollower() {};

  /** A case is waited for, if it is not read yet, and then segmented. */
  default void begun(String name) {}

  /** A case was done, skipped or failed; what was done is on the disk. */
  default void ended(CaseOutcome outcome) {}
}
