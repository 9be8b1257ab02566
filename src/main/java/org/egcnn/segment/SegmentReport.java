/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.segment;

import java.util.List;
import org.egcnn.segment.CaseOutcome.Status;

/**
 * What became of the cases of a folder.
 *
 * @param cases one outcome a case, in the cases' order
 */
public record SegmentReport(List<CaseOutcome> cases) {

  /** Copies the list. */
  public SegmentReport {
    cases = List.copyOf(cases);
  }

  /** The cases that ended so. */
  public List<CaseOutcome> with(Status status) {
    return cases.stream().filter(c -> c.status() == status).toList();
  }

  /** Whether any case failed. */
  public boolean hasFailures() {
    return !with(Status.FAILED).isEmpty();
  }

  /** The counts in words, such as {@code 3 done, 1 skipped, 0 failed}. */
  @Override
  public String toString() {
    return String.format(
        "%d done, %d skipped, %d failed",
        with(Status.DONE).size(), with(Status.SKIPPED).size(), with(Status.FAILED).size());
  }
}
