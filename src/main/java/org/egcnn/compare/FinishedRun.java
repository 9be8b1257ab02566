/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.compare;

import java.io.IOException;
import java.util.List;

/**
 * A run that is done, with what it left.
 *
 * @param plan what it was
 * @param result what it took
 * @param scores its validation cases' scores
 * @param history the course of its training; no epochs for networks of other runs
 */
record FinishedRun(PlannedRun plan, RunResult result, SavedScores scores, SavedHistory history) {

  /** Reads what a finished run left. */
  static FinishedRun read(PlannedRun plan) throws IOException {
    RunFolder folder = new RunFolder(plan.folder());
    return new FinishedRun(
        plan,
        folder.result(),
        folder.scores(),
        plan.trains() ? folder.history() : new SavedHistory(List.of()));
  }
}
